"""The texts that the configuration of an nginx is put together from, see config/nginx.py. Braces stand doubled."""

TEMPLATE = """\
# Printed by “manage.py nginx_config”. It belongs where nginx reads files of its http part, such as conf.d.
# After an upgrade of the site print it anew: the headers come from there.

# Neither addresses of readers nor what they asked for: an address of a page may hold somebody's token.
log_format munur escape=json '{{"time":"$time_iso8601","id":"$request_id","method":"$request_method",'
    '"status":$status,"bytes":$body_bytes_sent,"seconds":$request_time,"upstream":"$upstream_response_time"}}';

upstream munur {{
{upstreams}
    keepalive 32;
}}
{maps}{redirect}
server {{
{listen}
    server_name {hosts};
    server_tokens off;
    charset utf-8;
    charset_types text/css text/plain text/javascript application/javascript image/svg+xml;
    # Files lie here compressed, and the site compresses what it draws.
    gzip off;
    gzip_vary on;
    gzip_proxied any;
    # Written a little later, many lines at once: a write for each page would cost a fifth of them.
    access_log {log} munur buffer=64k flush=1s;
    # Its lines name addresses of readers; these are only those that somebody must act on.
    error_log {errors} crit;
    client_max_body_size {largest};
    client_header_timeout 15s;
    client_body_timeout 15s;
    send_timeout 15s;
    keepalive_timeout 30s;

    location {static} {{
        alias {static_folder}/;
        gzip_static on;
        {brotli}
        expires off;
{static_headers}
    }}

    # Files that are named by their content.
    location ~ "^{static}(?<file>.+\\.[0-9a-f]{{12}}\\.[a-z0-9]+)$" {{
        alias {static_folder}/$file;
        gzip_static on;
        {brotli}
{hashed_headers}
    }}
{media}
    location = /readyz {{
        allow 127.0.0.1;
        allow ::1;
        deny all;
{proxy}
    }}

{pages}
    # No process of the site answers.
    error_page 502 504 =503 @away;
    location @away {{
        internal;
        default_type text/plain;
        add_header Retry-After 5 always;
        add_header Cache-Control no-store always;
{public_headers}
        return 503 "{away}";
    }}
}}
"""

MEDIA = """
    # Pictures, and nothing else that may lie there.
    location ~ "^{address}(?<picture>pictures/[0-9a-f]{{2}}/[0-9a-f]{{64}}(-[0-9]+)?\\.[a-z]+)$" {{
        alias {folder}/$picture;
        types {{ {types} }}
{headers}
    }}
"""

SITE = """\
    location / {{
{proxy}
    }}
"""

# The addresses are those of articles/pages/identity.py; what is asked in any other way is for the site to decide.
MAPS = """
# The file of the finished page that is asked for, if it may be one.
map "$request_method$content_type$content_length$http_transfer_encoding $request_uri" $munur_page {{
    default /none;
    "~^(?:GET|HEAD) (?<munur_folder>{folders})$" "${{munur_folder}}{index}";
    "~^(?:GET|HEAD) (?<munur_file>{folders}{feed})$" "$munur_file";
}}

map $request_uri $munur_language {{
    default {default};
{languages}
}}
"""

PAGES = """\
    # Finished pages, out of the store that processes of this host follow now. What they drop is not served any more.
    location / {{
        root {folder};
        try_files $munur_page @site;
        # It was dropped after nginx had looked, or is not to be read by nginx.
        error_page 403 404 = @site;
        log_not_found off;
        open_file_cache off;
        sendfile on;
        tcp_nopush on;
        etag on;
        if_modified_since exact;
        max_ranges 0;
        charset off;
        types {{
{types}
        }}
        gzip_static on;
        {brotli}
        expires off;
{headers}
    }}

    location @site {{
{proxy}
    }}
"""

BROTLI = {
    True: "brotli_static on;",
    False: "# brotli_static on; with libnginx-mod-http-brotli-static, see --brotli",
}

REDIRECT = """
server {{
    listen 80;
    listen [::]:80;
    server_name {hosts};
    server_tokens off;
    access_log off;
    location /.well-known/acme-challenge/ {{
        root /var/www/html;
    }}
    location / {{
        return 301 https://$host$request_uri;
    }}
}}
"""

PROXY = """\
        proxy_pass http://munur;
        proxy_http_version 1.1;
        proxy_set_header Connection "";
        proxy_set_header Host $host;
        # What a reader claims of himself is replaced, not added to.
        proxy_set_header X-Forwarded-For $remote_addr;
        proxy_set_header X-Forwarded-Proto $scheme;
        proxy_set_header X-Forwarded-Host "";
        proxy_set_header Forwarded "";
        proxy_set_header X-Request-Id $request_id;
        proxy_connect_timeout 2s;
        proxy_read_timeout 60s;
        # Only what changes nothing is asked of another host.
        proxy_next_upstream error timeout;
        proxy_next_upstream_tries 2;"""

TLS = """\
    listen 443 ssl http2;
    listen [::]:443 ssl http2;
    ssl_certificate {certificate};
    ssl_certificate_key {key};
    ssl_protocols TLSv1.2 TLSv1.3;
    ssl_session_cache shared:munur:10m;
    ssl_session_timeout 1d;
    ssl_session_tickets off;"""
