use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;
use serde::{Deserialize, Serialize};
use shared::wire::authority_channel::ChannelPage;

/// The channel to the authority, and whether the reader may operate it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Channel {
    pub page: ChannelPage,
    pub may_operate: bool,
}

/// Whether reports go out, and the latest of them.
#[server(endpoint = "admin/load_channel", output = Postcard)]
pub async fn load_channel() -> Result<Channel, PageError> {
    use crate::api::context::{answer, signed_in};
    use ::backend::queries::authority_channel::authority_channel;
    use shared::role::{Action, allows};

    let (backend, caller) = signed_in()?;
    let page = answer(authority_channel(&backend, &caller).await)?;
    Ok(Channel {
        page,
        may_operate: allows(caller.role, Action::OperateAuthorityChannel),
    })
}
