//! The six methods over SOAP.

mod download;
mod password;
mod status;
mod upload;

use super::Simulator;
use super::faults::{Fault, broken_answer};
use crate::authority_soap::authentication::{RANDOM_LENGTH, password_hash};
use crate::authority_soap::encoding::decode_xml;
use crate::authority_soap::envelope::{self, Call};
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use quick_xml::escape::escape;
use std::fmt::Display;
use std::future::pending;
use std::sync::Arc;

/// A `msg_code` with what follows it in the reply document.
pub(super) struct Reply {
    code: i32,
    rest: String,
}

impl Reply {
    fn code(code: i32) -> Self {
        Self {
            code,
            rest: String::new(),
        }
    }

    fn with(code: i32, rest: String) -> Self {
        Self { code, rest }
    }

    fn document(&self) -> String {
        let Self { code, rest } = self;
        let words = message(*code);
        format!(
            "<return version=\"V.3.0\"><msg_code>{code}</msg_code><msg>{words}</msg>{rest}</return>"
        )
    }
}

fn element(name: &str, value: impl Display) -> String {
    format!("<{name}>{}</{name}>", escape(value.to_string()))
}

/// Answers any of the methods, whichever of the three services it was sent to.
pub(super) async fn answer(State(simulator): State<Arc<Simulator>>, body: Bytes) -> Response {
    let fault = simulator.faults.current();
    if fault == Fault::Unreachable {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    let text = std::str::from_utf8(&body).map_or_else(|_| decode_xml(&body), str::to_owned);
    let Some(call) = envelope::read_request(&text) else {
        return (StatusCode::BAD_REQUEST, "not a SOAP envelope").into_response();
    };
    let uploads = call.method == "isp_upload";
    if uploads && fault == Fault::HoldNextUpload {
        simulator.faults.replace(Fault::None);
        return pending().await;
    }
    let reply = match authenticate(&simulator, &call) {
        Some(code) => Reply::code(code),
        None => match dispatch(&simulator, &call) {
            Some(Ok(reply)) => reply,
            Some(Err(error)) => {
                tracing::error!(%error, "the simulator's state could not be written");
                Reply::code(999)
            }
            None => return (StatusCode::BAD_REQUEST, "no such method").into_response(),
        },
    };
    if uploads && matches!(fault, Fault::LoseNextAnswer | Fault::HoldNextAnswer) {
        simulator.faults.replace(Fault::None);
        return match fault {
            Fault::HoldNextAnswer => pending().await,
            _ => broken_answer(),
        };
    }
    let envelope = envelope::response(&call.method, &reply.document());
    (
        [(header::CONTENT_TYPE, "text/xml; charset=utf-8")],
        envelope,
    )
        .into_response()
}

fn dispatch(simulator: &Simulator, call: &Call) -> Option<std::io::Result<Reply>> {
    Some(match call.method.as_str() {
        "isp_upload" => upload::answer(simulator, call),
        "isp_querypreviousupload" => upload::previous(simulator),
        "isp_download" => download::answer(simulator),
        "isp_downloadack" => download::acknowledge(simulator, call),
        "isp_querybeianstatus" => status::answer(simulator, call),
        "isp_verifybamm" => password::answer(simulator, call),
        _ => return None,
    })
}

/// A parameter by name; names differ in their case between implementations.
fn parameter<'a>(call: &'a Call, name: &str) -> Option<&'a str> {
    let found = call
        .parameters
        .iter()
        .find(|(known, _)| known.eq_ignore_ascii_case(name));
    found.map(|(_, value)| value.as_str())
}

/// The `msg_code` of a call that is not from our provider.
fn authenticate(simulator: &Simulator, call: &Call) -> Option<i32> {
    let settings = &simulator.settings;
    let value = |name| parameter(call, name);
    let (Some(isp_id), Some(user), Some(random), Some(hash), Some(algorithm)) = (
        value("ispId"),
        value("userName"),
        value("randVal"),
        value("pwdHash"),
        value("hashAlgorithm"),
    ) else {
        return Some(12);
    };
    let expected = password_hash(&settings.password, random).unwrap_or_default();
    if random.len() < RANDOM_LENGTH {
        Some(16)
    } else if algorithm != "0" {
        Some(10)
    } else if isp_id.parse() != Ok(settings.isp_id) {
        Some(12)
    } else if user != settings.user {
        Some(4)
    } else if hash != expected {
        Some(5)
    } else {
        None
    }
}

/// The words of the specification.
const fn message(code: i32) -> &'static str {
    match code {
        0 => "操作成功",
        1 => "操作成功，所有数据已下载完毕",
        2 => "目前服务器端没有可以下载的数据",
        3 => "服务器端数据需要下载，请继续调用本接口进行下载",
        4 => "用户名错误",
        5 => "密码错误",
        6 => "文件解密失败",
        7 => "文件哈希校验失败",
        8 => "文件解压缩失败",
        9 => "加密算法标识不支持",
        10 => "哈希算法标识不支持",
        11 => "压缩格式标识不支持",
        12 => "认证信息错误，拒绝访问",
        14 => "本次上载没有受理，请首先上载漏报的数据，然后再上载本次数据",
        16 => "随机字符串长度小于20",
        17 => "每次只能上载一个文件",
        18 => "文件大于50M",
        21 => "文件名为空",
        22 => "备案密码校验超过规定次数，请仔细核对备案密码",
        _ => "其他错误",
    }
}
