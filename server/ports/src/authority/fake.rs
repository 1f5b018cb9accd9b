//! A stateful authority in memory, for tests: it checks, decides and answers like the real
//! one, without SOAP. The contract tests of the adapters run on it and on the SOAP client.

mod bureau;

use super::{
    Authority, AuthorityError, Document, Download, FilingRow, FilingStatus, Package,
    PasswordVerdict, PreviousUpload, Report, StatusQuery, UploadAnswer, demo,
};
use bureau::Bureau;
use std::io;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// How often a wrong password is answered before `msg_code` 22.
pub const PASSWORD_TRIES: u32 = 20;

/// An entity the fake authority knows.
#[derive(Debug, Clone, PartialEq)]
pub struct FakeEntity {
    pub license_password: String,
    pub filing: FilingRow,
}

/// One call as it arrived, also when it was made to fail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Call {
    VerifyPassword { license_number: String },
    QueryStatus(StatusQuery),
    Upload { sequence: i64 },
    PreviousUpload,
    Download,
    Acknowledge { file_name: String },
}

/// What goes wrong with one call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// The call does not arrive.
    Unreachable,
    /// The call arrives and takes effect; its answer is lost.
    AnswerLost,
    /// The authority asks to come back later (`msg_code` 901 and the like).
    TryLater { code: i32 },
    /// The authority refuses the call (`msg_code` 5 and the like).
    Refused { code: i32 },
    /// An upload has no answer and arrives while the next one is on its way, which is
    /// refused because its number is used up.
    ArrivesLate,
}

/// A report that waits for the bureau's decision.
#[derive(Debug, Clone, PartialEq)]
pub struct PendingReport {
    /// The sequence number it was sent under; decisions name it.
    pub sequence: i64,
    pub report: Report,
}

/// The authority, faked.
#[derive(Debug)]
pub struct FakeAuthority {
    state: Mutex<State>,
}

#[derive(Debug)]
struct State {
    bureau: Bureau,
    failures: Vec<Failure>,
    upload_failures: Vec<Failure>,
    /// What goes wrong with the call that comes after so many others.
    later_failure: Option<(usize, Failure)>,
    late: Option<(Report, i64, String)>,
    calls: Vec<Call>,
}

impl FakeAuthority {
    /// An authority that knows `entities`; `provider_id` is the caller's (`ispId`).
    #[must_use]
    pub fn new(provider_id: i64, entities: Vec<FakeEntity>) -> Self {
        let bureau = Bureau::new(provider_id, entities);
        let state = State {
            bureau,
            failures: Vec::new(),
            upload_failures: Vec::new(),
            later_failure: None,
            late: None,
            calls: Vec::new(),
        };
        Self {
            state: Mutex::new(state),
        }
    }

    /// An authority with the demo world.
    #[must_use]
    pub fn demo() -> Self {
        Self::new(demo::PROVIDER_ID, bureau::demo_entities())
    }

    /// Makes the next call fail; several failures are used up in order.
    pub fn fail_next(&self, failure: Failure) {
        self.state().failures.push(failure);
    }

    /// Makes the next upload fail; other calls succeed meanwhile.
    pub fn fail_next_upload(&self, failure: Failure) {
        self.state().upload_failures.push(failure);
    }

    /// Makes one call fail, of whatever kind it is; `earlier` calls come before it.
    pub fn fail_after(&self, earlier: usize, failure: Failure) {
        let mut state = self.state();
        let number = state.calls.len() + earlier;
        state.later_failure = Some((number, failure));
    }

    /// The call that [`FakeAuthority::fail_after`] made fail, once it has come.
    #[must_use]
    pub fn failed_call(&self) -> Option<Call> {
        let state = self.state();
        let (number, _) = state.later_failure.as_ref()?;
        state.calls.get(*number).cloned()
    }

    /// Has taken uploads up to this number that nobody here knows of.
    pub fn set_last_sequence(&self, sequence: i64) {
        self.state().bureau.previous = PreviousUpload {
            sequence,
            hash: Some("somebody else's".to_owned()),
            zip: None,
        };
    }

    /// Gives the last upload another hash, or none, when it is asked for it.
    pub fn set_last_hash(&self, hash: Option<&str>) {
        self.state().bureau.previous.hash = hash.map(str::to_owned);
    }

    /// Loses whatever it got under a higher number than this.
    pub fn lose_after(&self, sequence: i64) {
        self.set_last_sequence(sequence);
        let pending = &mut self.state().bureau.pending;
        pending.retain(|report| report.sequence <= sequence);
    }

    /// Has on record what a test has made up.
    pub fn know(&self, entity: FakeEntity) {
        self.state().bureau.entities.push(entity);
    }

    /// Every call so far.
    #[must_use]
    pub fn calls(&self) -> Vec<Call> {
        self.state().calls.clone()
    }

    /// Reports that wait for a decision.
    #[must_use]
    pub fn pending(&self) -> Vec<PendingReport> {
        self.state().bureau.pending.clone()
    }

    /// What the authority has on record.
    #[must_use]
    pub fn entities(&self) -> Vec<FakeEntity> {
        self.state().bureau.entities.clone()
    }

    /// Approves the pending report sent under `sequence`; `false` when there is none.
    pub fn approve(&self, sequence: i64) -> bool {
        self.state().bureau.approve(sequence)
    }

    /// Refuses the pending report sent under `sequence`; `false` when there is none.
    pub fn reject(&self, sequence: i64, opinion: &str) -> bool {
        self.state().bureau.reject(sequence, opinion)
    }

    /// Puts a file among the downloads, for instance one that a test has made up.
    pub fn send(&self, documents: Vec<Document>) {
        self.state().bureau.send(documents);
    }

    /// The same under a name that the test has made up.
    pub fn send_as(&self, name: &str, documents: Vec<Document>) {
        self.state().bureau.files.push((name.to_owned(), documents));
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn call<T>(
        &self,
        call: Call,
        act: impl FnOnce(&mut Bureau) -> Result<T, AuthorityError>,
    ) -> Result<T, AuthorityError> {
        let mut state = self.state();
        let failure = state.failure_of(&call);
        state.calls.push(call);
        let Some(failure) = failure else {
            return act(&mut state.bureau);
        };
        let text = "made to fail by a test".to_owned();
        match failure {
            Failure::Unreachable | Failure::ArrivesLate => Err(unreachable()),
            Failure::AnswerLost => act(&mut state.bureau).and_then(|_| Err(unreachable())),
            Failure::TryLater { code } => Err(AuthorityError::TryLater { code, text }),
            Failure::Refused { code } => Err(AuthorityError::Refused { code, text }),
        }
    }

    /// Takes the upload that was delayed; `true` when there was one.
    fn late_upload_arrives(&self) -> bool {
        let mut state = self.state();
        let Some((report, sequence, hash)) = state.late.take() else {
            return false;
        };
        state.bureau.receive(report, sequence, hash);
        true
    }
}

impl State {
    /// What goes wrong with a call that is just coming.
    fn failure_of(&mut self, call: &Call) -> Option<Failure> {
        if let Some((number, failure)) = &self.later_failure
            && *number == self.calls.len()
        {
            return Some(failure.clone());
        }
        let is_upload = matches!(call, Call::Upload { .. });
        let failures = if is_upload && !self.upload_failures.is_empty() {
            &mut self.upload_failures
        } else {
            &mut self.failures
        };
        (!failures.is_empty()).then(|| failures.remove(0))
    }
}

fn unreachable() -> AuthorityError {
    AuthorityError::Unreachable(Box::new(io::Error::from(io::ErrorKind::ConnectionReset)))
}

#[async_trait::async_trait]
impl Authority for FakeAuthority {
    async fn verify_password(
        &self,
        license_number: &str,
        password: &str,
    ) -> Result<PasswordVerdict, AuthorityError> {
        let call = Call::VerifyPassword {
            license_number: license_number.to_owned(),
        };
        self.call(call, |bureau| {
            Ok(bureau.verify_password(license_number, password))
        })
    }

    async fn query_status(&self, query: &StatusQuery) -> Result<FilingStatus, AuthorityError> {
        self.call(Call::QueryStatus(query.clone()), |bureau| {
            Ok(bureau.status(query))
        })
    }

    /// The "archive" is the report as JSON; characters outside the basic plane stand for
    /// those that GBK lacks.
    fn package(&self, report: &Report, sequence: i64) -> Result<Package, AuthorityError> {
        let json = serde_json::to_string(report)
            .map_err(|error| AuthorityError::Unreadable(error.to_string()))?;
        if json.chars().any(|character| character > '\u{ffff}') {
            return Err(AuthorityError::NotRepresentable {
                field: "report".to_owned(),
                problem: "a character is not in GBK".to_owned(),
            });
        }
        Ok(Package {
            file_name: format!("icp{sequence:08}.xml"),
            hash: format!("{sequence}:{json}"),
            zip: json.into_bytes(),
        })
    }

    fn document(&self, zip: &[u8]) -> Option<String> {
        String::from_utf8(zip.to_vec()).ok()
    }

    async fn upload(
        &self,
        package: &Package,
        sequence: i64,
    ) -> Result<UploadAnswer, AuthorityError> {
        let report: Report = serde_json::from_slice(&package.zip)
            .map_err(|error| AuthorityError::Unreadable(error.to_string()))?;
        if self.state().upload_failures.first() == Some(&Failure::ArrivesLate) {
            self.state().late = Some((report.clone(), sequence, package.hash.clone()));
        } else if self.late_upload_arrives() {
            self.fail_next_upload(Failure::Refused { code: 23 });
        }
        let answer = self.call(Call::Upload { sequence }, |bureau| {
            Ok(bureau.receive(report, sequence, package.hash.clone()))
        });
        match answer {
            Err(AuthorityError::TryLater { code, text }) => {
                Ok(UploadAnswer::RetryLater { code, text })
            }
            Err(AuthorityError::Refused { code, text }) => Ok(UploadAnswer::Refused { code, text }),
            other => other,
        }
    }

    async fn previous_upload(&self) -> Result<PreviousUpload, AuthorityError> {
        self.call(Call::PreviousUpload, |bureau| Ok(bureau.previous.clone()))
    }

    async fn download(&self) -> Result<Option<Download>, AuthorityError> {
        self.call(Call::Download, |bureau| Ok(bureau.next_file()))
    }

    async fn acknowledge(&self, file_name: &str) -> Result<(), AuthorityError> {
        let call = Call::Acknowledge {
            file_name: file_name.to_owned(),
        };
        self.call(call, |bureau| {
            bureau.files.retain(|(name, _)| name != file_name);
            Ok(())
        })
    }
}
