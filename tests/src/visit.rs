//! One visitor in one browser: opening pages, finding things by their stable names, waiting until
//! something is so.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::Value;
use thirtyfour::{By, WebDriver, WebElement};

/// Ends a wait that leads nowhere. No test asserts how fast anything is.
pub const PATIENCE: Duration = Duration::from_secs(90);
const PAUSE: Duration = Duration::from_millis(60);

/// Notes whether a click reaches an element: drivers click where it was, and a page that has just
/// been reloaded may still be scrolled to where it was left.
const WATCH: &str = "
    window.isClicked = false;
    const note = () => { window.isClicked = true; };
    arguments[0].addEventListener('click', note, { capture: true, once: true });";

/// A browser window.
pub struct Visit {
    /// The window itself.
    pub driver: WebDriver,
}

impl Visit {
    /// Opens an address and waits until the page can be used.
    ///
    /// # Errors
    /// If the page does not become ready.
    pub async fn open(&self, address: &str) -> Result<()> {
        self.driver.goto(address).await?;
        self.element("app-ready").await.with_context(|| format!("{address} never became ready"))?;
        Ok(())
    }

    /// Runs JavaScript in the page as the body of a function; `arguments` are `args`.
    ///
    /// # Errors
    /// If the script throws.
    pub async fn run(&self, script: &str, args: &[Value]) -> Result<Value> {
        Ok(self.driver.execute(script, args.to_vec()).await?.json().clone())
    }

    /// Runs JavaScript that may await; the value returned is the result.
    ///
    /// # Errors
    /// If the script throws or does not end.
    pub async fn run_async(&self, script: &str, args: &[Value]) -> Result<Value> {
        let script = format!(
            "const done = arguments[arguments.length - 1]; \
             (async function () {{ {script} }}).apply(null, arguments) \
             .then((value) => done({{ value }}), (error) => done({{ error: String(error) }}));"
        );
        let result = self.driver.execute_async(script, args.to_vec()).await?;
        match result.json() {
            Value::Object(answer) if answer.contains_key("error") => {
                bail!("the script failed: {}", answer["error"])
            }
            Value::Object(answer) => Ok(answer.get("value").cloned().unwrap_or_default()),
            other => bail!("the script answered {other}"),
        }
    }

    /// Waits for an element by its `data-testid`.
    ///
    /// # Errors
    /// If it does not appear.
    pub async fn element(&self, testid: &str) -> Result<WebElement> {
        self.css(&format!("[data-testid='{testid}']")).await
    }

    /// Waits for an element by CSS selector.
    ///
    /// # Errors
    /// If it does not appear.
    pub async fn css(&self, selector: &str) -> Result<WebElement> {
        let start = Instant::now();
        loop {
            match self.driver.find(By::Css(selector)).await {
                Ok(element) => return Ok(element),
                Err(error) if start.elapsed() > PATIENCE => {
                    return Err(error).with_context(|| format!("no {selector} on the page"));
                }
                Err(_) => tokio::time::sleep(PAUSE).await,
            }
        }
    }

    /// Clicks an element by its `data-testid` as soon as it can be clicked.
    ///
    /// # Errors
    /// If it does not become clickable.
    pub async fn click(&self, testid: &str) -> Result<()> {
        self.click_css(&format!("[data-testid='{testid}']:not([disabled])")).await
    }

    /// Clicks an element by CSS selector as soon as it can be clicked.
    ///
    /// # Errors
    /// If it does not become clickable.
    pub async fn click_css(&self, selector: &str) -> Result<()> {
        let start = Instant::now();
        loop {
            let element = self.css(selector).await?;
            let clicked = async {
                self.driver.execute(WATCH, vec![element.to_json()?]).await?;
                element.scroll_into_view().await?;
                element.click().await
            };
            match clicked.await {
                Ok(()) if self.has_arrived().await => return Ok(()),
                Ok(()) if start.elapsed() > PATIENCE => bail!("no click reaches {selector}"),
                Ok(()) => {}
                Err(error) if start.elapsed() > PATIENCE => {
                    return Err(error).with_context(|| format!("{selector} cannot be clicked"));
                }
                Err(_) => tokio::time::sleep(PAUSE).await,
            }
        }
    }

    /// Whether the last click has reached its element. A page that was left by it knows nothing.
    async fn has_arrived(&self) -> bool {
        for _ in 0..20 {
            let arrived = self.run("return window.isClicked ?? true", &[]).await;
            if !matches!(arrived, Ok(Value::Bool(false))) {
                return true;
            }
            tokio::time::sleep(PAUSE).await;
        }
        false
    }

    /// Presses an element by its `data-testid` from a script, as soon as it is not disabled. For
    /// what stands in a frame: not every driver's pointer finds its way into frames.
    ///
    /// # Errors
    /// If it never can be pressed.
    pub async fn press(&self, testid: &str) -> Result<()> {
        let script = "const it = document.querySelector(`[data-testid='${arguments[0]}']:not([disabled])`); \
                      it?.click(); return Boolean(it)";
        self.until(&format!("{testid} can be pressed"), script, &[testid.into()]).await
    }

    /// Text of an element by its `data-testid`.
    ///
    /// # Errors
    /// If it does not appear.
    pub async fn text(&self, testid: &str) -> Result<String> {
        self.element(testid).await?;
        let script = "const it = document.querySelector(`[data-testid='${arguments[0]}']`); \
                      return it ? it.innerText : ''";
        Ok(self.run(script, &[testid.into()]).await?.as_str().unwrap_or_default().to_owned())
    }

    /// An attribute of an element by its `data-testid`; empty where there is none.
    ///
    /// # Errors
    /// If the element does not appear.
    pub async fn attribute(&self, testid: &str, name: &str) -> Result<String> {
        self.element(testid).await?;
        let script = "const it = document.querySelector(`[data-testid='${arguments[0]}']`); \
                      return it?.getAttribute(arguments[1]) ?? ''";
        let value = self.run(script, &[testid.into(), name.into()]).await?;
        Ok(value.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until a script's value is true.
    ///
    /// # Errors
    /// With `what` if it never is.
    pub async fn until(&self, what: &str, script: &str, args: &[Value]) -> Result<()> {
        let start = Instant::now();
        loop {
            let last = self.run(script, args).await;
            if matches!(last, Ok(Value::Bool(true))) {
                return Ok(());
            }
            if start.elapsed() > PATIENCE {
                let page = self.page_text().await.unwrap_or_default();
                bail!("never: {what} (last answer {last:?}); the page says:\n{page}");
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Waits until an attribute of an element has a value.
    ///
    /// # Errors
    /// If it never has.
    pub async fn until_attribute(&self, testid: &str, name: &str, value: &str) -> Result<()> {
        self.until(
            &format!("{testid} with {name}={value}"),
            "const it = document.querySelector(`[data-testid='${arguments[0]}']`); \
             return it?.getAttribute(arguments[1]) === arguments[2]",
            &[testid.into(), name.into(), value.into()],
        )
        .await
    }

    /// What the page says, cut short.
    ///
    /// # Errors
    /// If the page is gone.
    pub async fn page_text(&self) -> Result<String> {
        let text = self.run("return document.body.innerText.slice(0, 1500)", &[]).await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }
}
