//! Texts that were in clear before they were encrypted. The key is not known to migrations,
//! so the server moves them when it starts: `clear` becomes empty, `…_encrypted` holds it.

use super::entities::{account, authorization_code};
use super::moved_names::move_names;
use crate::backend::Backend;
use crate::cipher::Cipher;
use crate::error::Result;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

/// Most texts of one transaction: others want to write meanwhile.
const BATCH: u64 = 500;

/// Where a text was and where it is now.
struct Columns<C> {
    id: C,
    clear: C,
    encrypted: C,
    /// What the cipher authenticates.
    name: &'static str,
}

/// Opens a text from its two columns. One in clear was written by an older version of the
/// server, and so is the newer of the two.
///
/// # Errors
/// [`crate::error::Error::Internal`] when the key is another one.
pub fn open(
    cipher: &Cipher,
    name: &'static str,
    clear: &str,
    encrypted: Option<&[u8]>,
) -> Result<String> {
    match encrypted {
        Some(encrypted) if clear.is_empty() => cipher.decrypt(name, encrypted),
        _ => Ok(clear.to_owned()),
    }
}

/// Moves every text that is still in clear.
///
/// # Errors
/// When the database refuses.
pub async fn encrypt_clear_texts(backend: &Backend) -> Result<()> {
    let names = Columns {
        id: account::Column::Id,
        clear: account::Column::DisplayName,
        encrypted: account::Column::DisplayNameEncrypted,
        name: "account.display_name",
    };
    move_all::<account::Entity>(backend, &names).await?;
    let notes = Columns {
        id: authorization_code::Column::Id,
        clear: authorization_code::Column::Note,
        encrypted: authorization_code::Column::NoteEncrypted,
        name: "authorization_code.note",
    };
    move_all::<authorization_code::Entity>(backend, &notes).await?;
    move_names(backend).await
}

/// Written out, not as a parameter: only so do the databases use the index of clear texts.
pub(super) fn is_clear(column: impl ColumnTrait) -> Expr {
    ExprTrait::ne(Expr::col(column), Expr::cust("''"))
}

async fn move_all<E: EntityTrait>(backend: &Backend, columns: &Columns<E::Column>) -> Result<()> {
    loop {
        let texts: Vec<(i64, String)> = E::find()
            .select_only()
            .columns([columns.id, columns.clear])
            .filter(is_clear(columns.clear))
            .limit(BATCH)
            .into_tuple()
            .all(&backend.database)
            .await?;
        if texts.is_empty() {
            return Ok(());
        }
        let tx = backend.begin().await?;
        for (id, text) in texts {
            let encrypted = backend.cipher.encrypt(columns.name, &text)?;
            // Another process may have moved it, or written another one, meanwhile.
            E::update_many()
                .col_expr(columns.encrypted, Expr::value(Some(encrypted)))
                .col_expr(columns.clear, Expr::value(""))
                .filter(columns.id.eq(id))
                .filter(columns.clear.eq(text))
                .exec(&tx)
                .await?;
        }
        tx.commit().await?;
    }
}
