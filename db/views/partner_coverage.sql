-- How much is stated of each partner, by resource. A partner with several roles in an edition has a part in it once.
create or replace view partner_coverage as
select partner, resource,
       count(distinct id) as records,
       count(distinct (id, stated_from)) as editions,
       count(distinct id) filter (where stated_until is null) as standing,
       min(stated_from) as first_stated,
       max(stated_from) as last_stated
  from involvements
 group by partner, resource;
