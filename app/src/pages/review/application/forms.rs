use crate::api::review::{
    ApproveApplication, ClaimApplication, ReassignApplication, RejectApplication,
    ReleaseApplication, RevealPersonalData,
};
use leptos::prelude::*;

/// What the page can send.
#[derive(Clone, Copy)]
pub struct ReviewForms {
    pub claim: ServerAction<ClaimApplication>,
    pub release: ServerAction<ReleaseApplication>,
    pub reassign: ServerAction<ReassignApplication>,
    pub approve: ServerAction<ApproveApplication>,
    pub reject: ServerAction<RejectApplication>,
    pub reveal: ServerAction<RevealPersonalData>,
}

impl ReviewForms {
    pub fn new() -> Self {
        Self {
            claim: ServerAction::new(),
            release: ServerAction::new(),
            reassign: ServerAction::new(),
            approve: ServerAction::new(),
            reject: ServerAction::new(),
            reveal: ServerAction::new(),
        }
    }

    /// The answers were about the application that the page showed before.
    pub fn forget_answers(self) {
        self.claim.clear();
        self.release.clear();
        self.reassign.clear();
        self.approve.clear();
        self.reject.clear();
        self.reveal.clear();
    }
}
