//! The site: router and shell. Everything inside the shell comes from `ui`.

mod address;
mod notices;
mod route;
mod shell;
mod shortcuts;

fn main() {
    ui::failure::show_panics();
    let Some(root) = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("app"))
    else {
        return;
    };
    // The readable text of the static page gives way to the app.
    root.set_inner_html("");
    yew::Renderer::<shell::Shell>::with_root(root).render();
}
