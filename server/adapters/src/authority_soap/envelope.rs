//! SOAP envelopes in the usual document/literal-wrapped shape, in both directions.

use super::xml_read;
use quick_xml::escape::escape;

const SOAP: &str = "http://schemas.xmlsoap.org/soap/envelope/";

/// A call with its parameters in order.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Call {
    pub(crate) method: String,
    pub(crate) parameters: Vec<(String, String)>,
}

/// The envelope of a call; an empty `namespace` leaves the method without one.
pub(crate) fn request(namespace: &str, method: &str, parameters: &[(&str, &str)]) -> String {
    let (prefix, declaration) = if namespace.is_empty() {
        ("", String::new())
    } else {
        ("ns:", format!(" xmlns:ns=\"{}\"", escape(namespace)))
    };
    let values: String = parameters
        .iter()
        .map(|(name, value)| format!("<{name}>{}</{name}>", escape(*value)))
        .collect();
    envelope(
        &declaration,
        &format!("<{prefix}{method}>{values}</{prefix}{method}>"),
    )
}

/// The envelope of an answer; `inner` is the reply document, carried as text.
pub(crate) fn response(method: &str, inner: &str) -> String {
    let inner = escape(inner);
    envelope(
        "",
        &format!("<{method}Response><return>{inner}</return></{method}Response>"),
    )
}

fn envelope(declaration: &str, body: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\
         <soapenv:Envelope xmlns:soapenv=\"{SOAP}\"{declaration}><soapenv:Body>{body}\
         </soapenv:Body></soapenv:Envelope>"
    )
}

/// Reads a call.
pub(crate) fn read_request(envelope: &str) -> Option<Call> {
    let document = xml_read::parse(envelope).ok()?;
    let body = xml_read::child(document.root_element(), "Body")?;
    let call = body.first_element_child()?;
    let parameters = call
        .children()
        .filter(roxmltree::Node::is_element)
        .map(|node| (node.tag_name().name().to_owned(), xml_read::text_of(node)))
        .collect();
    Some(Call {
        method: call.tag_name().name().to_owned(),
        parameters,
    })
}

/// What an envelope with an answer holds.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    /// The reply document.
    Reply(String),
    /// A SOAP fault with its words: the call may or may not have taken effect.
    Fault(String),
}

/// Reads an answer: the reply document is text of the body, or stands in it as elements.
pub(crate) fn read_response(envelope: &str) -> Option<Answer> {
    let document = xml_read::parse(envelope).ok()?;
    let body = xml_read::child(document.root_element(), "Body")?;
    if let Some(fault) = xml_read::child(body, "Fault") {
        return Some(Answer::Fault(xml_read::text_of(fault)));
    }
    if let Some(code) = body
        .descendants()
        .find(|node| node.tag_name().name() == "msg_code")
    {
        let range = code.parent()?.range();
        return document
            .input_text()
            .get(range)
            .map(|reply| Answer::Reply(reply.to_owned()));
    }
    Some(Answer::Reply(xml_read::text_of(body)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const REPLY: &str =
        "<return version=\"V.3.0\"><msg_code>0</msg_code><msg>操作成功</msg></return>";

    #[test]
    fn an_answer_is_found_in_every_usual_shape() {
        let declared = format!("<?xml version=\"1.0\" encoding=\"GBK\"?>{REPLY}");
        let cdata = format!("<r><return><![CDATA[{declared}]]></return></r>");
        let named = format!(
            "<x:r xmlns:x='urn:x'><x:isp_uploadReturn>{}</x:isp_uploadReturn></x:r>",
            escape(REPLY)
        );
        for body in [cdata, named, format!("<r>{REPLY}</r>")] {
            let Some(Answer::Reply(reply)) = read_response(&envelope("", &body)) else {
                panic!("no reply in {body}")
            };
            assert!(reply.contains("<msg_code>0</msg_code>"), "{reply}");
            assert!(xml_read::parse(&reply).is_ok());
        }
    }

    #[test]
    fn a_fault_is_told_apart_and_rubbish_is_nothing() {
        let fault = "<soapenv:Fault><faultcode>x</faultcode><faultstring>broken</faultstring></soapenv:Fault>";
        let answer = read_response(&envelope("", fault));
        assert!(matches!(answer, Some(Answer::Fault(words)) if words.contains("broken")));
        assert_eq!(read_response("<html>"), None);
        assert_eq!(read_response("{}"), None);
    }

    proptest! {
        #[test]
        fn calls_and_answers_arrive_as_sent(
            namespace in "(|urn:test)",
            values in proptest::collection::vec("[ -~口令]{0,30}", 0..5),
        ) {
            let names = ["a", "b", "c", "d", "e"];
            let parameters: Vec<(&str, &str)> =
                names.into_iter().zip(values.iter().map(|value| value.trim())).collect();
            let call = read_request(&request(&namespace, "isp_upload", &parameters)).unwrap();
            prop_assert_eq!(call.method, "isp_upload");
            let read: Vec<(&str, &str)> =
                call.parameters.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            prop_assert_eq!(read, parameters);

            let inner = values.concat().trim().to_owned();
            let answer = read_response(&response("isp_upload", &inner));
            prop_assert_eq!(answer, Some(Answer::Reply(inner)));
        }
    }
}
