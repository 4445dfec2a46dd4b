//! What was worked out is kept until something it depends on changes: a view may ask on every frame.

use std::{cell::RefCell, fmt, rc::Rc};

/// The last answer, and what it was the answer to.
pub struct Memo<K, V>(RefCell<Option<(K, Rc<V>)>>);

impl<K, V> Default for Memo<K, V> {
    fn default() -> Self {
        Self(RefCell::new(None))
    }
}

impl<K, V> fmt::Debug for Memo<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Memo")
    }
}

impl<K: PartialEq, V> Memo<K, V> {
    /// The answer to `key`, worked out only if the last question was another one.
    pub fn get(&self, key: K, answer: impl FnOnce() -> V) -> Rc<V> {
        if let Some((known, value)) = &*self.0.borrow()
            && *known == key
        {
            return Rc::clone(value);
        }
        let value = Rc::new(answer());
        self.0.replace(Some((key, Rc::clone(&value))));
        value
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[test]
    fn an_answer_is_worked_out_once_a_question() {
        let (memo, worked) = (Memo::default(), Cell::new(0));
        let ask = |key: u8| {
            *memo.get(key, || {
                worked.set(worked.get() + 1);
                u32::from(key) * 2
            })
        };
        assert_eq!((ask(1), ask(1), ask(2), ask(1)), (2, 2, 4, 2));
        assert_eq!(worked.get(), 3);
    }
}
