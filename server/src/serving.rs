//! The server: listens, serves, and ends in good order.

use std::{fs, path::Path, sync::Arc};

use leptos::config::LeptosOptions;
use register::{Clock, Register, private, pulse::Pulse};
use tokio::{net::TcpListener, signal, sync::watch};

use crate::{
    admission::Admission,
    commands::Failure,
    heartbeat::Heartbeat,
    listening,
    mailing::{Mailer, keep_sending},
    publishing::keep_publishing,
    router::router,
    settings::Settings,
    site::Site,
    working::work,
};

/// Serves until it is told to stop; what is under way is finished first.
///
/// # Errors
/// When the database or the address can't be had, or the site was not built.
pub async fn serve(settings: &Settings) -> Result<(), Failure> {
    // Leptos renders on this runtime. A second start in one process would find it set.
    let _ = any_spawner::Executor::init_tokio();
    let register = opened(settings).await?;
    if let Some(file) = private::exposed(&settings.database_url) {
        tracing::warn!(
            file = %file.display(),
            "everybody on this machine can read the register's file: take the right away with chmod o-rwx"
        );
    }
    let mailer = Mailer::of(settings)?.map(Arc::new);
    let pkg = settings.site.join("pkg");
    let hashes = hashes();
    let options = leptos_options(settings, hashes.is_some());
    let stylesheet = stylesheet(&pkg, &options, &hashes.unwrap_or_default())?;
    let (heartbeat, asking) = Heartbeat::of(Pulse::open(&settings.database_url).await?);
    let admission = Admission::new(heartbeat, settings.requests);
    let site = Site {
        register: register.clone(),
        options,
        stylesheet,
        is_secure: settings.is_secure(),
        public_url: settings.public_url.as_str().into(),
        mailer: mailer.clone(),
        security_contact: settings.security_contact.as_deref().map(Into::into),
        trusted_proxies: settings.trusted_proxies,
        admission: admission.clone(),
    };
    if settings.is_secure() && settings.trusted_proxies == 0 {
        // This program speaks no TLS, so something in front of it does.
        tracing::warn!(
            "everybody seems to come from the address of the proxy in front, and is limited together: \
             set CORRIDOR_TRUSTED_PROXIES to how many there are"
        );
    }
    let listener = TcpListener::bind(settings.address).await.map_err(|error| {
        Failure::Told(format!(
            "nothing can listen on {}: {error}. Set CORRIDOR_ADDRESS to a free one.",
            settings.address
        ))
    })?;
    let (stop, stopped) = watch::channel(false);
    let working = (!settings.is_read_only)
        .then(|| tokio::spawn(work(register.clone(), site.public_url.clone(), stopped.clone())));
    let publishing =
        (!settings.is_read_only).then(|| tokio::spawn(keep_publishing(register.clone())));
    let aside = [
        tokio::spawn(bring_to_memory(register.clone())),
        tokio::spawn(asking),
        tokio::spawn(admission.keep_forgetting()),
    ];
    let address = listener.local_addr().map_or(settings.address, |address| address);
    tracing::info!(%address, "serving");
    println!("Corridor is at http://{address}");
    let sending = mailer
        .filter(|_| !settings.is_read_only)
        .map(|mailer| tokio::spawn(keep_sending(register.clone(), mailer, stopped)));
    listening::serve(listener, router(site, &pkg), told_to_stop()).await;
    stop.send_replace(true);
    // A mail that is on its way is sent first.
    if let Some(sending) = sending
        && let Err(cause) = sending.await
    {
        tracing::error!(%cause, "the sending of mail ended badly");
    }
    // What it was making it hands back, to another program or for the next start.
    if let Some(working) = working
        && let Err(cause) = working.await
    {
        tracing::error!(%cause, "the worker ended badly");
    }
    for task in aside.into_iter().chain(publishing) {
        task.abort();
        let _ = task.await;
    }
    register.close().await?;
    tracing::info!("stopped");
    Ok(())
}

/// Beside the first requests, so that the start does not take longer.
async fn bring_to_memory(register: Register) {
    if let Err(error) = register.bring_to_memory().await {
        tracing::warn!(%error, "what lists and counts are made of is not in memory yet");
    }
}

/// The register, with the newest schema. To be read, it is served as it is.
async fn opened(settings: &Settings) -> Result<Register, Failure> {
    let (url, clock) = (&settings.database_url, Clock::system());
    if !settings.is_read_only {
        let register = Register::open(url, clock).await?;
        register.migrate().await?;
        return Ok(register);
    }
    let register = Register::open_read_only(url, clock).await?;
    if !register.is_ready().await? {
        return Err(Failure::Told(
            "the schema is not the newest: run corridor migrate, or leave CORRIDOR_READ_ONLY out"
                .to_owned(),
        ));
    }
    tracing::info!("the register is read only: nothing is saved, no mail is sent");
    Ok(register)
}

async fn told_to_stop() {
    let interrupted = async {
        let _ = signal::ctrl_c().await;
    };
    #[cfg(unix)]
    let terminated = async {
        if let Ok(mut terminated) = signal::unix::signal(signal::unix::SignalKind::terminate()) {
            terminated.recv().await;
        }
    };
    #[cfg(not(unix))]
    let terminated = std::future::pending::<()>();
    tokio::select! { () = interrupted => {}, () = terminated => {} }
}

/// The newest names of files, which the build writes beside the program. One that plain cargo built has no
/// such list, and its files' names have no hashes.
fn hashes() -> Option<String> {
    let program = std::env::current_exe().ok()?;
    fs::read_to_string(program.parent()?.join("hash.txt")).ok()
}

fn leptos_options(settings: &Settings, has_hashes: bool) -> LeptosOptions {
    LeptosOptions::builder()
        .output_name("corridor")
        .site_root(settings.site.display().to_string())
        .site_pkg_dir("pkg")
        .hash_files(has_hashes)
        .build()
}

/// The style sheet's address. Its name carries the hash of its content.
fn stylesheet(pkg: &Path, options: &LeptosOptions, hashes: &str) -> Result<Arc<str>, Failure> {
    let not_built = || {
        Failure::Told(format!(
            "the built site is not in {}: run `make build`, or set CORRIDOR_SITE to where it is.",
            pkg.display()
        ))
    };
    let files = fs::read_dir(pkg).map_err(|_| not_built())?;
    let mut names: Vec<String> = files
        .filter_map(|file| file.ok()?.file_name().into_string().ok())
        .filter(|name| name.starts_with(&*options.output_name) && name.ends_with(".css"))
        .collect();
    // Older builds may lie beside.
    let newest = hashes
        .lines()
        .find_map(|line| line.strip_prefix("css:"))
        .map(|hash| format!("{}.{}.css", options.output_name, hash.trim()));
    names.sort();
    let name =
        newest.filter(|name| names.contains(name)).or_else(|| names.pop()).ok_or_else(not_built)?;
    Ok(format!("/pkg/{name}").into())
}
