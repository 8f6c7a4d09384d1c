-- The citations of an edition, as the contract writes them.
create or replace view receipts as
select resource, id, stated_from,
       json_agg(json_build_object('factSheet', fact_sheet, 'paragraph', paragraph, 'asStated', as_stated)
                order by position) as citations
  from citations
 group by resource, id, stated_from;
