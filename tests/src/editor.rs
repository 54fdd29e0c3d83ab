//! Writing into the code editor as a visitor would: by pasting, or with keys.

use anyhow::{Result, ensure};
use serde_json::Value;
use thirtyfour::{Key, TypingData, WebElement};

use crate::visit::Visit;

/// Finds what takes the text inside the editor, which has a shadow root of its own.
const CONTENT: &str = "
    const host = document.querySelector(`[data-testid='editor']`);
    const inside = host ? [host, ...host.querySelectorAll('*')] : [];
    const root = inside.map((it) => it.shadowRoot).find(Boolean) ?? host;
    const content = root?.querySelector('.cm-content') ?? null;
";

/// Selects everything in it.
const SELECT_ALL: &str = "
    content.focus();
    const all = { key: 'a', code: 'KeyA', keyCode: 65, ctrlKey: true, bubbles: true, cancelable: true };
    content.dispatchEvent(new KeyboardEvent('keydown', all));
";

impl Visit {
    /// Replaces the editor's text: selects all, then pastes.
    ///
    /// # Errors
    /// If there is no editor or it takes nothing.
    pub async fn write_code(&self, code: &str) -> Result<()> {
        self.until("the editor", &format!("{CONTENT} return content !== null"), &[]).await?;
        let script = format!(
            "{CONTENT}
            {SELECT_ALL}
            const data = new DataTransfer();
            data.setData('text/plain', arguments[0]);
            const paste = {{ clipboardData: data, bubbles: true, cancelable: true }};
            content.dispatchEvent(new ClipboardEvent('paste', paste));"
        );
        self.run(&script, &[code.into()]).await?;
        if !self.shows(code).await? {
            self.paste_with_keys(code).await?;
        }
        ensure!(self.shows(code).await?, "the editor shows {:?}", self.code().await?);
        Ok(())
    }

    /// Whether the first or the last line is there; of a long text only the part around the cursor
    /// is.
    async fn shows(&self, code: &str) -> Result<bool> {
        let code = code.trim(); // an empty line is everywhere
        let ends = [code.lines().next(), code.lines().last()].map(Option::unwrap_or_default);
        let shown = self.code().await?;
        Ok(ends.iter().any(|line| shown.contains(line)))
    }

    /// Through the clipboard: Firefox hands scripts no clipboard in events that they make.
    async fn paste_with_keys(&self, code: &str) -> Result<()> {
        let offer = "
            const text = document.createElement('textarea');
            text.id = 'to-copy';
            text.value = arguments[0];
            document.body.append(text);
            text.focus();
            text.select();";
        self.run(offer, &[code.into()]).await?;
        self.press_with_control("c").await?;
        let script = format!("{CONTENT} document.getElementById('to-copy').remove(); {SELECT_ALL}");
        self.run(&script, &[]).await?;
        self.press_with_control("v").await
    }

    /// Waits until the editor shows a piece of text.
    ///
    /// # Errors
    /// If it never does.
    pub async fn until_code(&self, piece: &str) -> Result<()> {
        let script =
            format!("{CONTENT} return Boolean(content?.textContent.includes(arguments[0]))");
        self.until(&format!("{piece:?} in the editor"), &script, &[piece.into()]).await
    }

    /// Presses a key with Ctrl.
    ///
    /// # Errors
    /// If the browser takes no keys.
    pub async fn press_with_control(&self, key: impl Into<TypingData>) -> Result<()> {
        let keys = self.driver.action_chain().key_down(Key::Control);
        Ok(keys.send_keys(key).key_up(Key::Control).perform().await?)
    }

    /// The text in sight in the editor.
    ///
    /// # Errors
    /// If there is no editor.
    pub async fn code(&self) -> Result<String> {
        self.until("the editor", &format!("{CONTENT} return content !== null"), &[]).await?;
        let lines = format!(
            "{CONTENT} return [...content.querySelectorAll('.cm-line')].map((it) => it.textContent).join('\\n')"
        );
        Ok(self.run(&lines, &[]).await?.as_str().unwrap_or_default().to_owned())
    }

    /// What takes the keys, to type into.
    ///
    /// # Errors
    /// If there is no editor.
    pub async fn editor_content(&self) -> Result<WebElement> {
        self.until("the editor", &format!("{CONTENT} return content !== null"), &[]).await?;
        let found = self.driver.execute(format!("{CONTENT} return content"), Vec::<Value>::new());
        Ok(found.await?.element()?)
    }

    /// What is written at the lines that are marked.
    ///
    /// # Errors
    /// If there is no editor.
    pub async fn marked_lines(&self) -> Result<Vec<String>> {
        let script = format!(
            "{CONTENT} return [...content.querySelectorAll('.cm-marked-line')].map((it) => it.textContent)"
        );
        let lines = self.run(&script, &[]).await?;
        Ok(serde_json::from_value(lines)?)
    }
}
