//! A static file server, no cleverer than the hosts that the site is made for.
//!
//! Right content types, `index.html` for a folder, a redirect from `/practice` to `/practice/`,
//! `404.html` for the rest; no listing of folders. One response header, which public hosts of
//! static files send too: other origins may read, because a page that includes the embed loader as
//! a module asks for it. The site itself needs none.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::thread::{self, JoinHandle};

use anyhow::{Context, Result};
use axum::Router;
use axum::http::HeaderValue;
use axum::http::header::ACCESS_CONTROL_ALLOW_ORIGIN;
use axum::middleware::map_response;
use axum::response::Response;
use tokio::net::TcpListener;
use tokio::runtime;
use tokio::sync::oneshot;
use tower_http::services::{ServeDir, ServeFile};

/// A server that runs until it is dropped; then nothing answers at its address any more.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Serves `folder` under `prefix` (`/`, or `/some/path/`) on this machine only.
    ///
    /// Port 0 takes any free one.
    ///
    /// # Errors
    /// When the port is taken.
    pub fn start(folder: &Path, prefix: &str, port: u16) -> Result<Self> {
        let runtime = runtime::Builder::new_current_thread().enable_all().build()?;
        let listener = runtime
            .block_on(TcpListener::bind((Ipv4Addr::LOCALHOST, port)))
            .with_context(|| format!("port {port} is taken by another program"))?;
        let address = listener.local_addr()?;
        let site = router(folder, prefix);
        let (stop, stopped) = oneshot::channel();
        let thread = thread::spawn(move || {
            // Leaving the runtime drops open connections as well: the server is gone at once.
            runtime.block_on(async {
                tokio::select! {
                    _ = async { axum::serve(listener, site).await } => {}
                    _ = stopped => {}
                }
            });
        });
        Ok(Self { address, stop: Some(stop), thread: Some(thread) })
    }

    /// Where it answers: `http://127.0.0.1:8080`, without a slash at the end.
    #[must_use]
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Serves until the process ends.
    pub fn wait(mut self) {
        if let Some(thread) = self.thread.take() {
            let _ended = thread.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            let _ended = thread.join();
        }
    }
}

fn router(folder: &Path, prefix: &str) -> Router {
    let prefix = prefix.trim_end_matches('/');
    let files = ServeDir::new(folder)
        .redirect_path_prefix(prefix)
        .not_found_service(ServeFile::new(folder.join("404.html")));
    let router = if prefix.is_empty() {
        Router::new().fallback_service(files)
    } else {
        Router::new().nest_service(prefix, files)
    };
    router.layer(map_response(readable_by_all))
}

async fn readable_by_all(mut response: Response) -> Response {
    response.headers_mut().insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    response
}
