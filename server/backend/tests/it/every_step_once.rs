//! Fails every statement of every command once, and every call it makes.
//!
//! A command of one transaction leaves nothing behind when a statement fails. One of several
//! transactions, or one that calls the authority, may stop half-way: tried again, it comes to
//! the same end as if nothing had failed, and does nothing twice.

mod accounts;
mod administration;
mod authority;
mod cancel_access;
mod codes;
mod contents;
mod filing;
mod jobs;
mod results;
mod review;
mod sending;

use crate::harness::Harness;
use backend::backend::Backend;
use backend::error::{Error, Result};
use backend::transaction::Faults;
use chrono::Duration;
use contents::{Contents, assert_equal, contents, outline};
use ports::authority::fake::{Call, Failure};

/// Fails statement 0, 1, 2 … of a command of one transaction until it gets through. After
/// every failure the database holds what it held before.
async fn leaves_nothing<T>(h: &Harness, command: impl AsyncFn(&Backend) -> Result<T>) {
    let before = contents(h).await;
    for statement in 0.. {
        let faults = Faults::at(statement);
        let mut backend = h.backend.clone();
        backend.faults = Some(faults.clone());
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
    each_may_strike(h, &prepare, &command, &end, Fault::Statement).await;
}

/// The same, and loses the answer to commit 0, 1, 2 …: what is tried again was done already.
async fn the_database_may_fail<W, T>(
    h: &Harness,
    prepare: impl AsyncFn(&Harness) -> W,
    command: impl AsyncFn(&Backend, &W) -> Result<T>,
    end: impl AsyncFn(&Harness, &W),
) {
    each_may_strike(h, &prepare, &command, &end, Fault::Statement).await;
    each_may_strike(h, &prepare, &command, &end, Fault::Commit).await;
}

async fn each_may_strike<W, T>(
    h: &Harness,
    prepare: &impl AsyncFn(&Harness) -> W,
    command: &impl AsyncFn(&Backend, &W) -> Result<T>,
    end: &impl AsyncFn(&Harness, &W),
    fault: impl Fn(u32) -> Fault,
) {
    let expected = round(h, prepare, command, end, Fault::None).await;
    for number in 0.. {
        let what = format!("{:?}", fault(number));
        let found = round(h, prepare, command, end, fault(number)).await;
        assert_equal(&found.end, &expected.end, &what);
        if !found.has_failed {
            assert!(number > 0, "it writes nothing");
            return;
        }
    }
}

/// A refusal is what the command is to bring; anything else than that, or a fault, is wrong.
fn refused<T: std::fmt::Debug>(outcome: Result<T>, code: &str) -> Result<()> {
    match outcome {
        Err(Error::Refused(violations)) => {
            let codes = violations.iter().map(|violation| violation.problem.code());
            assert_eq!(codes.collect::<Vec<_>>(), [code]);
            Ok(())
        }
        Err(error) => Err(error),
        Ok(value) => panic!("not refused: {value:?}"),
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
#[derive(Debug)]
enum Fault {
    None,
    Statement(u32),
    /// Is carried out; its answer is lost.
    Commit(u32),
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
        let mut faults = None;
        match fault {
            Fault::None => {}
            Fault::Statement(number) => faults = Some(Faults::at(number)),
            Fault::Commit(number) => faults = Some(Faults::after_commit(number)),
            Fault::Call(number, failure) => h.authority.fail_after(number, failure),
        }
        let mut backend = h.backend.clone();
        backend.faults.clone_from(&faults);
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
