//! A page compressed once, with gaps for the nonce that each answer has of its own.
//!
//! The stretches between the gaps are deflated each for itself and end at a whole byte; in a gap the nonce
//! stands as it is. Put together they are one gzip stream (RFC 1951 and 1952).

use flate2::{Compress, CompressError, Compression, Crc, FlushCompress};

/// No name, no time, of no known system.
const HEAD: [u8; 10] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff];
/// Most pages are asked for once or twice at a version of the register: the next levels take twice as
/// long for a tenth of the size.
const LEVEL: u32 = 3;
/// The last block, which holds nothing.
const END: [u8; 2] = [0x03, 0x00];

/// A compressed page without its nonce.
pub struct Packed(Vec<Stretch>);

struct Stretch {
    deflated: Vec<u8>,
    check: Crc,
}

impl Packed {
    /// Compresses `page`, with a gap wherever `nonce` stands.
    ///
    /// # Errors
    /// Never: it is written to memory.
    pub fn new(page: &str, nonce: Option<&str>) -> Result<Self, CompressError> {
        let stretches: Vec<&str> = match nonce {
            Some(nonce) => page.split(nonce).collect(),
            None => vec![page],
        };
        let mut compress = Compress::new(Compression::new(LEVEL), false);
        stretches
            .into_iter()
            .map(|text| Stretch::new(text, &mut compress))
            .collect::<Result<_, _>>()
            .map(Self)
    }

    /// The page as a gzip stream, with this nonce in the gaps. It is short.
    pub fn with(&self, nonce: &str) -> Vec<u8> {
        let length = u16::try_from(nonce.len()).unwrap_or(u16::MAX);
        let nonce = &nonce.as_bytes()[..usize::from(length)];
        let mut stream = Vec::with_capacity(self.bytes() + self.0.len() * (nonce.len() + 5) + 20);
        stream.extend(HEAD);
        let mut check = Crc::new();
        for (number, stretch) in self.0.iter().enumerate() {
            if number > 0 {
                // A block that is stored as it is.
                stream.push(0);
                stream.extend(length.to_le_bytes());
                stream.extend((!length).to_le_bytes());
                stream.extend(nonce);
                check.update(nonce);
            }
            stream.extend(&stretch.deflated);
            check.combine(&stretch.check);
        }
        stream.extend(END);
        stream.extend(check.sum().to_le_bytes());
        stream.extend(check.amount().to_le_bytes());
        stream
    }

    /// How much memory it takes.
    pub fn bytes(&self) -> usize {
        self.0.iter().map(|stretch| stretch.deflated.len() + size_of::<Stretch>()).sum()
    }
}

impl Stretch {
    /// Ends at a whole byte without ending the stream, and nothing behind it points back into it: so the
    /// next stretch is read alike, whatever nonce stands before it.
    fn new(text: &str, compress: &mut Compress) -> Result<Self, CompressError> {
        let text = text.as_bytes();
        let mut deflated = Vec::with_capacity(text.len() / 4 + 64);
        let before = compress.total_in();
        loop {
            let done = usize::try_from(compress.total_in() - before).unwrap_or(text.len());
            compress.compress_vec(&text[done..], &mut deflated, FlushCompress::Full)?;
            // All of it is there as soon as room is left.
            if deflated.len() < deflated.capacity() {
                break;
            }
            deflated.reserve(deflated.len());
        }
        deflated.shrink_to_fit();
        let mut check = Crc::new();
        check.update(text);
        Ok(Self { deflated, check })
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use flate2::read::GzDecoder;

    use super::Packed;

    fn unpacked(stream: &[u8]) -> String {
        let mut text = String::new();
        GzDecoder::new(stream).read_to_string(&mut text).expect("a gzip stream that is whole");
        text
    }

    #[test]
    fn a_page_comes_out_as_it_was_with_the_other_nonce_in_it() {
        let rest = "Соглашение о сезонной работе. ".repeat(5_000);
        for page in [
            String::new(),
            "<p>no script</p>".to_owned(),
            "first".to_owned(),
            "firstfirst".to_owned(),
            format!("<script nonce=first>1</script>{rest}<script nonce=first>2</script>{rest}"),
        ] {
            let packed = Packed::new(&page, Some("first")).expect("packed");
            for other in ["second one", "3"] {
                assert_eq!(unpacked(&packed.with(other)), page.replace("first", other));
            }
        }
        let packed = Packed::new(&rest, None).expect("packed");
        assert_eq!(unpacked(&packed.with("unused")), rest);
        assert!(packed.bytes() < rest.len() / 10);
    }
}
