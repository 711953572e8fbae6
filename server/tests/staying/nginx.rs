//! A load balancer in front of programs: nginx with the configuration that the README shows.

use std::{
    fs,
    path::Path,
    process::{Child, Command, Stdio},
    time::Duration,
};

use crate::{browser::Browser, program::free_address, waiting::until};

/// nginx while it runs. Dropped, it is killed.
pub struct Nginx {
    child: Child,
    pub address: String,
}

impl Nginx {
    /// Starts it in front of the programs at these addresses, such as `127.0.0.1:40123`.
    pub fn before(programs: &[&str], folder: &Path) -> Self {
        let own = free_address();
        let file = folder.join("nginx.conf");
        fs::write(&file, configuration(programs, &own, folder)).expect("its configuration");
        let program =
            ["/usr/sbin/nginx", "/usr/bin/nginx"].into_iter().find(|at| Path::new(at).exists());
        let child = Command::new(program.expect("nginx, which `make setup-tests` installs"))
            .arg("-e")
            .arg(folder.join("nginx.log"))
            .arg("-c")
            .arg(file)
            .stdin(Stdio::null())
            .spawn()
            .expect("it starts");
        let nginx = Self { child, address: format!("http://{own}") };
        until("nginx answers", Duration::from_secs(10), || {
            Browser::new().get(&format!("{}/healthz", nginx.address)).is_ok()
        });
        nginx
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// In one process, which is gone when it is killed. Nothing of it lies outside the folder.
fn configuration(programs: &[&str], own: &str, folder: &Path) -> String {
    let servers = programs.join(" max_fails=1 fail_timeout=1s; server ");
    let folder = folder.display();
    format!(
        "daemon off;
master_process off;
pid {folder}/nginx.pid;
error_log {folder}/nginx.log;
events {{ worker_connections 256; }}
http {{
    access_log off;
    client_body_temp_path {folder}/client_body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    upstream corridor {{
        server {servers} max_fails=1 fail_timeout=1s;
    }}
    server {{
        listen {own};
        client_max_body_size 17m;
        location / {{
            proxy_pass http://corridor;
            proxy_set_header Host $http_host;
            proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
            proxy_connect_timeout 2s;
            proxy_read_timeout 30s;
        }}
    }}
}}
"
    )
}
