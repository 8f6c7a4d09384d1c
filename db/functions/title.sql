-- What a record is called that its source gives no name.
create or replace function title_of(code text) returns text
  language sql immutable strict parallel safe
return case code
  when 'activeCases' then 'Active Foreign Military Sales cases'
  when 'sales' then 'Foreign Military Sales'
  when 'defenseTrade' then 'Foreign Military Sales and Direct Commercial Sales together'
  when 'case' then 'A Foreign Military Sales case'
  when 'ceiling' then 'Ceiling of Foreign Military Sales'
  when 'expectedTotal' then 'Expected Foreign Military Sales'
  when 'authorizations' then 'Authorized Direct Commercial Sales'
  when 'acquisitions' then 'Direct Commercial Sales'
  when 'military' then 'Military personnel'
  when 'civilian' then 'Civilians of the Department of Defense'
  when 'family' then 'Family members' end;
