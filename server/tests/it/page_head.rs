//! What every page tells the browser about itself.

use crate::harness::App;

/// License numbers, codes and dates look like phone numbers to phones.
#[tokio::test]
async fn phones_make_no_links_of_numbers() {
    let app = App::new().await;
    for path in ["/", "/help", "/login"] {
        let page = app.get(path, &[]).await.body;
        let head = page.split("</head>").next().unwrap();
        let meta = head.split("name=\"format-detection\"").nth(1).unwrap();
        let content = meta.split('>').next().unwrap();
        for kind in ["telephone", "date", "email", "address"] {
            assert!(content.contains(&format!("{kind}=no")), "{path}: {content}");
        }
    }
}
