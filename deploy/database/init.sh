#!/bin/sh
# PostgreSQL's image runs this once, on an empty volume. The app's role owns its database and can do nothing else.
set -eu
psql --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname=postgres --no-psqlrc --quiet <<'SQL'
\set password `cat "$APP_PASSWORD_FILE"`
create role minutebook login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password :'password';
create database minutebook owner minutebook;
revoke connect, temporary on database minutebook from public;
revoke connect on database postgres from public;
SQL
