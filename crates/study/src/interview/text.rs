//! Text out of markup: what is kept of a loop comes back from files, so it holds no HTML.

/// HTML of a line without its tags.
pub fn plain(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut is_tag = false;
    for letter in html.chars() {
        match letter {
            '<' => is_tag = true,
            '>' if is_tag => is_tag = false,
            _ if !is_tag => text.push(letter),
            _ => {}
        }
    }
    // The ampersand last, so that what it escapes is not read again.
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        .iter()
        .fold(text, |text, (entity, letter)| text.replace(entity, letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_becomes_text() {
        assert_eq!(plain("<em>a</em> &lt; b &amp;lt; <code>c</code>"), "a < b &lt; c");
        assert_eq!(plain("<img src=x onerror=alert(1)>b"), "b");
    }
}
