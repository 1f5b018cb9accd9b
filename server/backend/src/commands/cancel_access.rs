//! Cancel access by the website's holder (S1 to S17).

pub mod submit;
