//! Trains the runs that come with the site and writes them into the folder that is given. Started by
//! `cargo xtask train`.

use std::error::Error;
use std::path::PathBuf;

use nets::transformer::{Run, Shipped, shipped};

fn main() -> Result<(), Box<dyn Error>> {
    let folder: PathBuf = std::env::args_os().nth(1).ok_or("the folder is missing")?.into();
    std::fs::create_dir_all(&folder)?;
    for Shipped { name, settings, step, accuracy } in shipped() {
        let mut run = Run::new(settings).map_err(|invalid| invalid.0)?;
        run.advance(step);
        let reached = run.snapshot(true).accuracy;
        let bytes = run.save();
        println!(
            "{name}: {reached:.4} right at step {step}, {accuracy} stated, {} bytes",
            bytes.len()
        );
        std::fs::write(folder.join(name).with_extension("bin"), bytes)?;
    }
    Ok(())
}
