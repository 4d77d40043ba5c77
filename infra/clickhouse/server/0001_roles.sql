-- Roles and users of a real server, each with the least that it needs. Run by an administrator in
-- the database of the pipeline, this file before the tables and views:
--   clickhouse-client --database enablement --queries-file server/0001_roles.sql
-- with the passwords in the client's configuration or before the file, as
--   SET param_schema_password = '…', param_writer_password = '…', param_reader_password = '…',
--       param_operator_password = '…';
-- They are in no file of this project.

CREATE ROLE IF NOT EXISTS enablement_schema;
CREATE ROLE IF NOT EXISTS enablement_writer;
CREATE ROLE IF NOT EXISTS enablement_reader;
-- Activates, rolls back and drops generations.
CREATE ROLE IF NOT EXISTS enablement_operator;
-- Reads the records of the archive too, raw bytes included: for whoever audits a number to its end.
CREATE ROLE IF NOT EXISTS enablement_auditor;
CREATE ROLE IF NOT EXISTS enablement_team_lead;
-- Reads who a rep is; the table of names comes with its grants.
CREATE ROLE IF NOT EXISTS enablement_rep_directory;

-- Views read the tables with the rights of this user, who cannot log in; so a reader needs rights
-- on the views alone.
CREATE USER IF NOT EXISTS enablement_views HOST NONE;
GRANT SELECT ON * TO enablement_views;

-- Applies tables and views.
GRANT CREATE TABLE, CREATE VIEW, DROP VIEW, ALTER TABLE, SELECT, INSERT ON * TO enablement_schema;
GRANT CREATE FUNCTION, DROP FUNCTION ON *.* TO enablement_schema;
GRANT SET DEFINER ON enablement_views TO enablement_schema;
CREATE USER IF NOT EXISTS enablement_schema_owner
    IDENTIFIED WITH sha256_password BY {schema_password:String}
    DEFAULT ROLE enablement_schema
    SETTINGS default_normal_view_sql_security = 'DEFINER', default_view_definer = 'enablement_views';
GRANT enablement_schema TO enablement_schema_owner;

CREATE USER IF NOT EXISTS enablement_job
    IDENTIFIED WITH sha256_password BY {writer_password:String}
    DEFAULT ROLE enablement_writer
    SETTINGS async_insert = 0 READONLY;
GRANT enablement_writer TO enablement_job;

CREATE USER IF NOT EXISTS enablement_operator_user
    IDENTIFIED WITH sha256_password BY {operator_password:String}
    DEFAULT ROLE enablement_operator
    SETTINGS async_insert = 0 READONLY;
GRANT enablement_operator TO enablement_operator_user;

CREATE USER IF NOT EXISTS enablement_dashboard
    IDENTIFIED WITH sha256_password BY {reader_password:String}
    DEFAULT ROLE enablement_reader
    SETTINGS readonly = 2;
GRANT enablement_reader TO enablement_dashboard;
