//! The three browsers: how their drivers are started, and what they are asked for.

use std::{
    fs,
    net::{Ipv4Addr, SocketAddr, TcpListener},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use thirtyfour::{Capabilities, WebDriver};

/// How long a driver may take to answer after its start.
const PATIENCE: Duration = Duration::from_secs(60);
/// How long a script of a test may run: less than the client waits for its answer, so that a script
/// that never ends is told from a driver that is gone.
const SCRIPT_PATIENCE: Duration = Duration::from_secs(100);

/// A browser that the tests run in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    /// Chromium, through chromedriver.
    Chromium,
    /// Firefox, through geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser, through WebKitWebDriver, on a virtual screen.
    WebKit,
}

impl Browser {
    /// All of them.
    pub const ALL: &[Self] = &[Self::Chromium, Self::Firefox, Self::WebKit];

    /// As shown beside a test's name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    fn driver(self, port: u16) -> Command {
        let mut command = match self {
            Self::Chromium => Command::new("chromedriver"),
            Self::Firefox => Command::new("geckodriver"),
            Self::WebKit => Command::new("WebKitWebDriver"),
        };
        match self {
            Self::Chromium => command.arg(format!("--port={port}")),
            Self::Firefox => command.args(["--port", &port.to_string(), "--log", "fatal"]),
            Self::WebKit => command.arg(format!("--port={port}")),
        };
        command
    }

    fn capabilities(self, proxy: Option<SocketAddr>) -> Result<Capabilities> {
        let (key, options) = match self {
            Self::Chromium => ("goog:chromeOptions", chromium_options()),
            Self::Firefox => ("moz:firefoxOptions", firefox_options()?),
            Self::WebKit => ("webkitgtk:browserOptions", webkit_options()?),
        };
        let mut all = serde_json::Map::new();
        all.insert(key.into(), options);
        if let Some(address) = proxy {
            let address = address.to_string();
            all.insert(
                "proxy".into(),
                json!({
                    "proxyType": "manual",
                    "httpProxy": address,
                    "sslProxy": address,
                    "noProxy": ["127.0.0.1"],
                }),
            );
        }
        Ok(all.into())
    }
}

fn chromium_options() -> Value {
    json!({ "args": [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--disable-dev-shm-usage", "--hide-scrollbars", "--window-size=1280,900",
        "--disable-features=OptimizationHints,MediaRouter",
        // A microphone that beeps, allowed without asking.
        "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream",
    ] })
}

fn firefox_options() -> Result<Value> {
    let binary = on_path(&["firefox-esr", "firefox"]).context("no Firefox on PATH")?;
    Ok(json!({
        "binary": binary,
        "args": ["-headless", "--width", "1280", "--height", "900"],
        "prefs": {
            "app.normandy.enabled": false,
            "browser.safebrowsing.update.enabled": false,
            "datareporting.policy.dataSubmissionEnabled": false,
            // A microphone that hums, allowed without asking.
            "media.navigator.permission.disabled": true,
            "media.navigator.streams.fake": true,
            "network.captive-portal-service.enabled": false,
            "network.connectivity-service.enabled": false,
        },
    }))
}

fn webkit_options() -> Result<Value> {
    Ok(json!({ "binary": mini_browser()?, "args": ["--automation"] }))
}

fn on_path(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|file| file.is_file())
}

/// MiniBrowser is not on PATH: it lies in a folder named after WebKit's version.
fn mini_browser() -> Result<PathBuf> {
    let below = |folder: &Path| -> Vec<PathBuf> {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        entries.map(|entry| entry.path()).collect()
    };
    below(Path::new("/usr/lib"))
        .into_iter()
        .chain(below(Path::new("/usr/libexec")))
        .flat_map(|folder| {
            let mut inside = below(&folder);
            inside.push(folder);
            inside
        })
        .map(|folder| folder.join("MiniBrowser"))
        .find(|file| file.is_file())
        .context("no MiniBrowser below /usr/lib: install webkit2gtk-driver")
}

/// A running driver. Ended when dropped, with everything it started.
pub struct Driver {
    browser: Browser,
    port: u16,
    process: Child,
    /// WebKit has no headless mode.
    screen: Option<Child>,
}

impl Driver {
    /// Starts the driver of a browser on a free port.
    ///
    /// # Errors
    /// If the driver is not installed or does not answer.
    pub async fn start(browser: Browser) -> Result<Self> {
        let port = free_port()?;
        let mut command = browser.driver(port);
        let mut screen = None;
        if browser == Browser::WebKit {
            let (child, display) = start_screen()?;
            command.env("DISPLAY", display).env("WEBKIT_DISABLE_COMPOSITING_MODE", "1");
            command.env_remove("WAYLAND_DISPLAY");
            screen = Some(child);
        }
        let process = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("the driver of {} does not start", browser.name()))?;
        let driver = Self { browser, port, process, screen };
        driver.answers().await?;
        Ok(driver)
    }

    async fn answers(&self) -> Result<()> {
        let start = Instant::now();
        while tokio::net::TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).await.is_err() {
            if start.elapsed() > PATIENCE {
                bail!("the driver of {} does not answer", self.browser.name());
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        Ok(())
    }

    /// Opens a window with a fresh profile. With a proxy, requests to other machines go there. A driver
    /// that is still ending the window before may drop the request, which says nothing about the site:
    /// it is asked once more, and that is printed.
    ///
    /// # Errors
    /// If the browser does not start.
    pub async fn open(&self, proxy: Option<SocketAddr>) -> Result<WebDriver> {
        let capabilities = self.browser.capabilities(proxy)?;
        let address = format!("http://127.0.0.1:{}", self.port);
        let driver = match WebDriver::new(&address, capabilities.clone()).await {
            Ok(driver) => driver,
            Err(error) => {
                println!("    {}: no window, {error}; once more", self.browser.name());
                tokio::time::sleep(Duration::from_secs(1)).await;
                WebDriver::new(&address, capabilities).await?
            }
        };
        driver.set_script_timeout(SCRIPT_PATIENCE).await?;
        // WebKit takes its size from the screen.
        let _ = driver.set_window_rect(0, 0, 1280, 900).await;
        Ok(driver)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        for child in [Some(&mut self.process), self.screen.as_mut()].into_iter().flatten() {
            // A child that has ended by itself needs no ending.
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

/// Starts a virtual screen on the first free number.
fn start_screen() -> Result<(Child, String)> {
    let number = (90..200)
        .find(|number| !Path::new(&format!("/tmp/.X11-unix/X{number}")).exists())
        .context("no free X display")?;
    let display = format!(":{number}");
    let child = Command::new("Xvfb")
        .args([&display, "-screen", "0", "1280x1000x24", "-nolisten", "tcp"])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .context("Xvfb does not start")?;
    let socket = format!("/tmp/.X11-unix/X{number}");
    let start = Instant::now();
    while !Path::new(&socket).exists() {
        if start.elapsed() > PATIENCE {
            bail!("Xvfb does not open {display}");
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    Ok((child, display))
}
