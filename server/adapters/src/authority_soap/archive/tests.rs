use super::super::encoding::{from_base64, md5_base64, md5_hex, to_base64};
use super::super::encryption::Cipher;
use super::*;
use proptest::prelude::*;

const ZIP: &str = "UEsDBBQAAAAIAIMYIlgqP/U2vwAAAP0AAAAPAAAAaWNwMDAwMDAzMjgueG1ss7GvyM1RKEstKs7Mz7NVMtQzUFJIzUvOT8nMS7dVcnfyVrK3swktyMlPTHFJLElEqAzTMwaqtbPxdA6ws4mKcHIEkhXxFRUgKifJzshGH0zbeOVkptgZGxsAgaGRsYmpmY0+WAikrNLOEKysEsJLqrK7/Onw70sXN+2+cnPvo3Pfrh08d2nn6tP7PAMWrzn56vjrEwvP/957+cRriCagchADbKc+xAWBhSnlcOuAwNLS0kYfKmijD3aqPsIzdgBQSwECFAMUAAAACACDGCJYKj/1Nr8AAAD9AAAADwAAAAAAAAAAAAAAgAEAAAAAaWNwMDAwMDAzMjgueG1sUEsFBgAAAAABAAEAPQAAAOwAAAAAAA==";
const HASH: &str = "ycl7BSeOVbN4Byrj0H3XlA==";
const ENCRYPTED: &str = "cx76g4JnDfzwvJPnJPwZNG8trbAKmqfMgxFOTqvf44IlvKQo3QqZDbdjKkN3LQZC4WntLcu9m5wT0QI2CSHgOSJoZ284FEh4l1BOhFVvW+BF0NVsyNYJJLBOpkV1kVKvcniv1VqYMzad5qNymt8IFB9KqhmlV0++c0aA0h7J0i9502RxBFCv7ZNp8jlrKEWH26OsM0V0VfWC0kgNlj+0uPXjn/R8LF4weGL4NI22lBRPa62kJw9zTf4YdG0VhN2WYVw+NuG0oD40VZHnyogIilKQpNWoNouxXadMYvOdvWMOQuSvyTRIWczk4kJipiWNW3Tdb5vxFn2ToPUVehEupjtGTgdQU3mkoiC94NHvq6K3AUbuKIpmk0sU+1apU76VlOLcK1+o641OenhzbIowc/x0aABQ75H0jjDj7XyopIQ=";

fn cipher() -> Cipher {
    Cipher::new(Some("0123456789abcdef"), Some("0102030405060708"))
        .unwrap()
        .unwrap()
}

#[test]
fn both_vectors_of_the_specification_open() {
    for (data, key) in [(ZIP, None), (ENCRYPTED, Some(cipher()))] {
        let (name, xml) = open(data, HASH, key.as_ref(), None).unwrap();
        assert_eq!(name, "icp00000328.xml");
        assert_eq!(md5_hex(&xml), "85509b4ad902f516a2e6cd532e217dd1");
    }
    let zip = from_base64(ZIP).unwrap();
    assert_eq!(seal(&zip, Some(&cipher())), ENCRYPTED);
    assert_eq!(md5_base64(&zip), HASH);
}

#[test]
fn wrapped_base64_opens() {
    let wrapped: Vec<String> = ZIP
        .as_bytes()
        .chunks(76)
        .map(|line| String::from_utf8_lossy(line).into_owned())
        .collect();
    assert!(open(&wrapped.join("\r\n"), HASH, None, None).is_ok());
}

#[test]
fn what_is_wrong_is_told_apart() {
    let of_ciphertext = md5_base64(&from_base64(ENCRYPTED).unwrap());
    let cases = [
        (
            open(ENCRYPTED, &of_ciphertext, Some(&cipher()), None),
            OpenError::Hash,
        ),
        (open(ZIP, "", None, None), OpenError::Hash),
        (
            open(ZIP, HASH, Some(&cipher()), None),
            OpenError::Decryption,
        ),
        (
            open("AAAA", &md5_base64(&[0, 0, 0]), None, None),
            OpenError::Archive,
        ),
        (open("*", HASH, None, None), OpenError::Encoding),
    ];
    for (result, expected) in cases {
        assert_eq!(result.unwrap_err(), expected);
    }
}

#[test]
fn among_several_files_only_the_named_one_opens() {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for name in ["one.xml", "two.xml"] {
        writer
            .start_file(name, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(name.as_bytes()).unwrap();
    }
    let zip = writer.finish().unwrap().into_inner();
    let (data, hash) = (to_base64(&zip), md5_base64(&zip));
    assert_eq!(
        open(&data, &hash, None, None).unwrap_err(),
        OpenError::Entries
    );
    assert_eq!(
        open(&data, &hash, None, Some("two.xml")).unwrap().1,
        b"two.xml"
    );
}

#[test]
fn a_zip_bomb_is_refused() {
    let zip = zip_one("bomb.xml", &vec![b' '; 50 * 1024 * 1024 + 1]).unwrap();
    assert!(zip.len() < 1024 * 1024);
    assert_eq!(
        open(&to_base64(&zip), &md5_base64(&zip), None, None).unwrap_err(),
        OpenError::TooLarge
    );
}

proptest! {
    #[test]
    fn whatever_goes_in_comes_out(
        content in proptest::collection::vec(any::<u8>(), 0..2000),
        name in "[a-z0-9]{1,20}\\.xml",
        encrypted in any::<bool>(),
    ) {
        let cipher = encrypted.then(cipher);
        let zip = zip_one(&name, &content).unwrap();
        let data = seal(&zip, cipher.as_ref());
        prop_assert_eq!(open(&data, &md5_base64(&zip), cipher.as_ref(), None), Ok((name, content)));
    }
}
