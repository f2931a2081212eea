//! What a connection may cost, below HTTP.

use std::{any::Any, time::Duration};

use actix_web::rt::net::TcpStream;
use socket2::{SockRef, TcpKeepalive};

/// How long a connection may be silent before the other side's system is asked whether it is still there.
const SILENT: Duration = Duration::from_secs(60);

/// Sees to it that the system closes a connection whose client does not take what was sent to it for so long, or has
/// gone without a word. Neither HTTP nor a socket on top of it has a say in this: what is sent waits here.
pub(super) fn bound(io: &dyn Any, unread: Duration) {
    let Some(stream) = io.downcast_ref::<TcpStream>() else {
        return;
    };
    let socket = SockRef::from(stream);
    let kept = socket.set_tcp_keepalive(&TcpKeepalive::new().with_time(SILENT));
    #[cfg(target_os = "linux")]
    let kept = kept.and_then(|()| socket.set_tcp_user_timeout(Some(unread)));
    #[cfg(not(target_os = "linux"))]
    let _ = unread;
    if let Err(error) = kept {
        tracing::debug!(%error, "a connection could not be bounded");
    }
}
