-- What is near an id is looked up by how it begins and how it ends. By its trigrams, it took as long as there are records that are like it.
do $$
declare
  table_name text;
begin
  foreach table_name in array array[
    'agreements', 'exercises', 'fms_sales', 'dcs_sales', 'assistance', 'force_posture', 'peacekeeping', 'objectives', 'fact_sheets'] loop
    execute format('drop index if exists %1$s_id_trigrams; create index %1$s_by_id_reversed on %1$I (reverse(id))', table_name);
  end loop;
end $$;
