-- The lists of things in a JSON document, as the tables keep them beside the row: in the order of the contract's members, without blanks. What is not
-- a list is an empty one.

create or replace function citations_of(list jsonb) returns json
  language plpgsql immutable parallel safe as $$
begin
  return array_to_json(array(
    select c
      from (select p.part ->> 'factSheet' as "factSheet", (p.part ->> 'paragraph')::smallint as paragraph, p.part ->> 'asStated' as "asStated"
              from jsonb_array_elements(list) with ordinality p (part, position)
             order by p.position) c));
end $$;

create or replace function articles_of(list jsonb) returns json
  language plpgsql immutable parallel safe as $$
begin
  return array_to_json(array(
    select a
      from (select p.part ->> 'name' as name, p.part ->> 'designation' as designation, p.part ->> 'group' as "group",
                   (p.part ->> 'count')::integer as count, p.part ->> 'asStated' as "asStated"
              from jsonb_array_elements(list) with ordinality p (part, position)
             order by p.position) a));
end $$;

create or replace function categories_of(list jsonb) returns json
  language plpgsql immutable parallel safe as $$
begin
  return array_to_json(array(
    select c
      from (select (p.part ->> 'rank')::smallint as rank, p.part ->> 'name' as name, texts_of(p.part -> 'usml') as usml,
                   (p.part ->> 'usmlStated')::boolean as "usmlStated"
              from jsonb_array_elements(list) p (part)
             order by rank) c));
end $$;

create or replace function participants_of(list jsonb) returns json
  language plpgsql immutable parallel safe as $$
begin
  return array_to_json(array(
    select p
      from (select p.part ->> 'partner' as partner, p.part ->> 'organization' as organization, p.part ->> 'role' as role,
                   written(days_of(p.part ->> 'since')) as since
              from jsonb_array_elements(list) with ordinality p (part, position)
             order by p.position) p));
end $$;

create or replace function counterparts_of(list jsonb) returns json
  language plpgsql immutable parallel safe as $$
begin
  return array_to_json(array(
    select c
      from (select p.part ->> 'partner' as partner, p.part ->> 'organization' as organization
              from jsonb_array_elements(list) with ordinality p (part, position)
             order by p.position) c));
end $$;

create or replace function concerns_of(list jsonb) returns json
  language plpgsql immutable parallel safe as $$
begin
  return array_to_json(array(
    select c
      from (select p.part ->> 'partner' as partner, p.part ->> 'subject' as subject
              from jsonb_array_elements(list) with ordinality p (part, position)
             order by p.position) c));
end $$;
