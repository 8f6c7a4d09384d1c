-- What a record is called that its source gives no name.
create or replace function title_of(code text) returns text
  language sql immutable strict parallel safe
return case code
  when 'activeCases' then 'Active Foreign Military Sales cases'
  when 'authorizations' then 'Authorized Direct Commercial Sales'
  when 'military' then 'U.S. military personnel'
  when 'civilian' then 'Civilians of the Department of Defense'
  when 'family' then 'Family members' end;
