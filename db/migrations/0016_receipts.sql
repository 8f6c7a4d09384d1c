-- The receipts of an edition are read where its parts are, without a view that groups them.
drop view if exists receipts;
