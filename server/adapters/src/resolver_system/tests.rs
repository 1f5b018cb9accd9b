use super::*;
use hickory_resolver::config::{ConnectionConfig, NameServerConfig, ResolverConfig};
use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;
use tokio::net::UdpSocket;

const LOOPBACK: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);
/// Type A in the question of a query.
const ADDRESS: [u8; 2] = [0, 1];

/// A name server of a few lines; what it answers is the first label of the domain.
async fn name_server() -> SocketAddr {
    let socket = UdpSocket::bind((LOOPBACK, 0)).await.unwrap();
    let address = socket.local_addr().unwrap();
    tokio::spawn(async move {
        let mut buffer = [0; 512];
        loop {
            let (length, from) = socket.recv_from(&mut buffer).await.unwrap();
            if let Some(answer) = answer(&buffer[..length]) {
                socket.send_to(&answer, from).await.unwrap();
            }
        }
    });
    address
}

fn answer(query: &[u8]) -> Option<Vec<u8>> {
    let label = 13..13 + usize::from(query[12]);
    let name_ends = 12 + query[12..].iter().position(|byte| *byte == 0)?;
    let question = &query[12..name_ends + 5];
    let (code, has_address) = match &query[label] {
        b"here" => (0, question[question.len() - 4..][..2] == ADDRESS),
        b"empty" => (0, false),
        b"broken" => (2, false),
        b"gone" => (3, false),
        b"refused" => (5, false),
        _ => return None,
    };
    let mut answer = query[..2].to_vec();
    answer.extend([
        0x81,
        0x80 | code,
        0,
        1,
        0,
        u8::from(has_address),
        0,
        0,
        0,
        0,
    ]);
    answer.extend(question);
    if has_address {
        // The name of the question, type, class, a minute to live, four bytes of address.
        answer.extend([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 203, 0, 113, 10]);
    }
    Some(answer)
}

async fn resolver() -> SystemResolver {
    let mut connection = ConnectionConfig::udp();
    connection.port = name_server().await.port();
    let mut server = NameServerConfig::udp(LOOPBACK);
    server.connections = vec![connection];
    let config = ResolverConfig::from_parts(None, Vec::new(), vec![server]);
    let mut builder = TokioResolver::builder_with_config(config, TokioRuntimeProvider::default());
    builder.options_mut().timeout = Duration::from_millis(200);
    SystemResolver::build(builder).unwrap()
}

#[tokio::test]
async fn no_address_is_told_from_no_answer() {
    let resolver = resolver().await;
    let here = resolver.resolve("here.cn").await.unwrap();
    assert_eq!(here, [IpAddr::V4(Ipv4Addr::new(203, 0, 113, 10))]);
    for none in ["empty.cn", "gone.cn"] {
        let found = resolver.resolve(none).await.unwrap();
        assert_eq!(found, [] as [IpAddr; 0], "{none}");
    }
    for unknown in ["broken.cn", "refused.cn", "silent.cn"] {
        assert!(resolver.resolve(unknown).await.is_err(), "{unknown}");
    }
}
