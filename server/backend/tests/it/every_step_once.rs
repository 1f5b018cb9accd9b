//! Fails every statement of every command once, and every call it makes.
//!
//! A command of one transaction leaves nothing behind when a statement fails. One of several
//! transactions, or one that calls the authority, may stop half-way: tried again, it comes to
//! the same end as if nothing had failed, and does nothing twice.

mod accounts;
mod authority;
mod cancel_access;
mod codes;
mod contents;
mod filing;
mod jobs;
mod results;
mod review;

use crate::harness::Harness;
use backend::backend::Backend;
use backend::error::Result;
use backend::transaction::Faults;
use chrono::Duration;
use contents::{Contents, assert_equal, contents, outline};
use ports::authority::fake::{Call, Failure};
use std::sync::Arc;

/// Fails statement 0, 1, 2 … of a command of one transaction until it gets through. After
/// every failure the database holds what it held before.
async fn leaves_nothing<T>(h: &Harness, command: impl AsyncFn(&Backend) -> Result<T>) {
    let before = contents(h).await;
    for statement in 0.. {
        let (backend, faults) = failing_at(h, statement);
        let outcome = command(&backend).await.map(|_| ());
        if !faults.has_struck() {
            outcome.unwrap();
            assert_ne!(before, contents(h).await, "it changes nothing anyway");
            return;
        }
        assert!(outcome.is_err(), "statement {statement} failed unnoticed");
        let fault = format!("statement {statement}");
        assert_equal(&contents(h).await, &before, &fault);
    }
}

/// Fails statement 0, 1, 2 … of a command, each in a world of its own, and tries it again.
async fn statements_may_fail<W, T>(
    h: &Harness,
    prepare: impl AsyncFn(&Harness) -> W,
    command: impl AsyncFn(&Backend, &W) -> Result<T>,
    end: impl AsyncFn(&Harness, &W),
) {
    let expected = round(h, &prepare, &command, &end, Fault::None).await;
    for statement in 0.. {
        let fault = Fault::Statement(statement);
        let found = round(h, &prepare, &command, &end, fault).await;
        assert_equal(&found.end, &expected.end, &format!("statement {statement}"));
        if !found.has_failed {
            assert!(statement > 1, "it writes nothing");
            return;
        }
    }
}

/// Fails call 0, 1, 2 … of a command in every way, each in a world of its own, and tries it
/// again. Returns the calls.
async fn calls_may_fail<W, T>(
    h: &Harness,
    prepare: impl AsyncFn(&Harness) -> W,
    command: impl AsyncFn(&Backend, &W) -> Result<T>,
    end: impl AsyncFn(&Harness, &W),
) -> Vec<Call> {
    let expected = round(h, &prepare, &command, &end, Fault::None).await;
    let mut calls = Vec::new();
    for number in 0.. {
        let mut call = None;
        for failure in [
            Failure::Unreachable,
            Failure::AnswerLost,
            Failure::TryLater { code: 901 },
        ] {
            let what = format!("call {number}: {failure:?}");
            let fault = Fault::Call(number, failure);
            let found = round(h, &prepare, &command, &end, fault).await;
            assert_equal(&found.end, &expected.end, &what);
            call = found.call;
        }
        match call {
            Some(call) => calls.push(call),
            None => break,
        }
    }
    calls
}

/// What fails in a round.
enum Fault {
    None,
    Statement(u32),
    Call(usize, Failure),
}

/// What came of a round.
struct Round {
    end: Contents,
    has_failed: bool,
    /// The call that failed.
    call: Option<Call>,
}

/// Runs a command in a new world; if something failed, once more an hour later, when every
/// pause and every lease is over.
async fn round<W, T>(
    h: &Harness,
    prepare: &impl AsyncFn(&Harness) -> W,
    command: &impl AsyncFn(&Backend, &W) -> Result<T>,
    end: &impl AsyncFn(&Harness, &W),
    fault: Fault,
) -> Round {
    let mut round = None;
    let run = async |h: &Harness| {
        h.jobs_may_be_left();
        let world = prepare(h).await;
        let (mut backend, mut faults) = (h.backend.clone(), None);
        match fault {
            Fault::None => {}
            Fault::Statement(statement) => {
                let (failing, at_statement) = failing_at(h, statement);
                (backend, faults) = (failing, Some(at_statement));
            }
            Fault::Call(number, failure) => h.authority.fail_after(number, failure),
        }
        let outcome = command(&backend, &world).await.map(|_| ());
        let call = h.authority.failed_call();
        let has_failed = call.is_some() || faults.is_some_and(|faults| faults.has_struck());
        if has_failed {
            h.clock.advance(Duration::hours(1));
            command(&h.backend, &world).await.map(|_| ()).unwrap();
        } else {
            outcome.unwrap();
        }
        end(h, &world).await;
        round = Some(Round {
            end: outline(contents(h).await),
            has_failed,
            call,
        });
    };
    h.another().await.run(run).await;
    round.unwrap()
}

/// The back end with a fault at a statement.
fn failing_at(h: &Harness, statement: u32) -> (Backend, Arc<Faults>) {
    let faults = Faults::at(statement);
    let mut backend = h.backend.clone();
    backend.faults = Some(faults.clone());
    (backend, faults)
}
