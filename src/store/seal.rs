//! How a text leaves the program for the disk and comes back. The only door: no body, blob or checkpoint is written
//! around it.
//!
//! The first byte says how the rest is sealed, so that a file of today stays readable beside files sealed otherwise.

use thiserror::Error;

/// How bodies are sealed. Today they lie open; a key will be a further variant.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Seal {
    /// Not encrypted.
    #[default]
    Open,
}

/// Why sealed bytes cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SealError {
    /// Nothing at all was kept.
    #[error("no bytes under the seal")]
    Empty,
    /// Sealed in a way that this program does not know; a newer one may.
    #[error("sealed in the unknown way {0}")]
    Unknown(u8),
}

const OPEN: u8 = 0;

impl Seal {
    /// Seals bytes for the disk.
    #[must_use]
    pub fn close(&self, plain: &[u8]) -> Vec<u8> {
        match self {
            Self::Open => {
                let mut sealed = Vec::with_capacity(plain.len() + 1);
                sealed.push(OPEN);
                sealed.extend_from_slice(plain);
                sealed
            }
        }
    }

    /// Reads sealed bytes.
    ///
    /// # Errors
    /// [`SealError`] where they are empty or sealed in an unknown way.
    pub fn open(&self, sealed: &[u8]) -> Result<Vec<u8>, SealError> {
        match sealed.split_first() {
            None => Err(SealError::Empty),
            Some((&OPEN, plain)) => match self {
                Self::Open => Ok(plain.to_vec()),
            },
            Some((&other, _)) => Err(SealError::Unknown(other)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_sealed_comes_back() {
        let sealed = Seal::Open.close("投诉".as_bytes());
        assert_eq!(Seal::Open.open(&sealed), Ok("投诉".as_bytes().to_vec()));
    }

    #[test]
    fn an_unknown_seal_is_named() {
        assert_eq!(Seal::Open.open(&[9, 1, 2]), Err(SealError::Unknown(9)));
        assert_eq!(Seal::Open.open(&[]), Err(SealError::Empty));
    }
}
