-- Every text by which something is found: whose it is, when that stands, the field and what it weighs, and the two forms of
-- the text. A branch is one text, and its condition on a form is answered by that text's index.
create or replace view search_texts as
select 'agreements' as resource, e.id::text as id, e.stated_from as stated_from, e.stated_until as stated_until,
       'name' as field, 1.0 as weight, e.name::text as text, e.name_stems as stems, e.name_spelled as spelled
  from agreements e
union all
select 'agreements', e.id::text, e.stated_from, e.stated_until,
       'purpose', 0.6, e.purpose::text, e.purpose_stems, e.purpose_spelled
  from agreements e
union all
select 'agreements', e.id::text, e.stated_from, e.stated_until, 'kind', 0.5, c.code, stems(c.code), spelled(c.code)
  from unnest(array['treaty', 'SOFA', 'SMA', 'armistice', 'VFA', 'DCA', 'EDCA', 'ACSA', 'MLSA', 'COMCASA', 'MOU', 'MNNA', 'designation', 'dialogue',
                    'framework', 'roadmap']) c (code) join agreements e on e.kind = c.code
union all
select 'agreements', e.id::text, e.stated_from, e.stated_until,
       'citations.asStated', 0.5, p.as_stated::text, p.as_stated_stems, p.as_stated_spelled
  from agreements_citations p join agreements e using (id, stated_from)
union all
select 'agreements', e.id::text, e.stated_from, e.stated_until, 'parties', 0.4, n.text, n.stems, n.spelled
  from partner_texts n join agreement_parties p on p.partner = n.partner
  join agreements e on (e.id, e.stated_from) = (p.id, p.stated_from)
union all
select 'exercises', e.id::text, e.stated_from, e.stated_until, 'name', 1.0, e.name::text, e.name_stems, e.name_spelled
  from exercises e
union all
select 'exercises', e.id::text, e.stated_from, e.stated_until,
       'purpose', 0.6, e.purpose::text, e.purpose_stems, e.purpose_spelled
  from exercises e
union all
select 'exercises', e.id::text, e.stated_from, e.stated_until,
       'participants.organization', 0.5, p.organization::text, p.organization_stems, p.organization_spelled
  from exercise_participants p join exercises e using (id, stated_from)
union all
select 'exercises', e.id::text, e.stated_from, e.stated_until,
       'citations.asStated', 0.5, p.as_stated::text, p.as_stated_stems, p.as_stated_spelled
  from exercises_citations p join exercises e using (id, stated_from)
union all
select 'exercises', e.id::text, e.stated_from, e.stated_until, 'participants.partner', 0.4, n.text, n.stems, n.spelled
  from partner_texts n join exercise_participants p on p.partner = n.partner
  join exercises e on (e.id, e.stated_from) = (p.id, p.stated_from)
union all
select 'sales/fms', e.id::text, e.stated_from, e.stated_until,
       'title', 1.0, title_of(c.code), stems(title_of(c.code)), spelled(title_of(c.code))
  from unnest(array['activeCases', 'sales', 'defenseTrade', 'case', 'ceiling', 'expectedTotal']) c (code) join fms_sales e on e.measure = c.code
union all
select 'sales/fms', e.id::text, e.stated_from, e.stated_until,
       'articles.name', 0.8, p.name::text, p.name_stems, p.name_spelled
  from fms_articles p join fms_sales e using (id, stated_from)
union all
select 'sales/fms', e.id::text, e.stated_from, e.stated_until,
       'articles.designation', 0.8, p.designation::text, p.designation_stems, p.designation_spelled
  from fms_articles p join fms_sales e using (id, stated_from)
union all
select 'sales/fms', e.id::text, e.stated_from, e.stated_until,
       'articles.asStated', 0.7, p.as_stated::text, p.as_stated_stems, p.as_stated_spelled
  from fms_articles p join fms_sales e using (id, stated_from)
union all
select 'sales/fms', e.id::text, e.stated_from, e.stated_until,
       'citations.asStated', 0.5, p.as_stated::text, p.as_stated_stems, p.as_stated_spelled
  from fms_sales_citations p join fms_sales e using (id, stated_from)
union all
select 'sales/fms', e.id::text, e.stated_from, e.stated_until, 'partners', 0.4, n.text, n.stems, n.spelled
  from partner_texts n join fms_partners p on p.partner = n.partner
  join fms_sales e on (e.id, e.stated_from) = (p.id, p.stated_from)
union all
select 'sales/dcs', e.id::text, e.stated_from, e.stated_until,
       'title', 1.0, title_of(c.code), stems(title_of(c.code)), spelled(title_of(c.code))
  from unnest(array['authorizations', 'acquisitions']) c (code) join dcs_sales e on e.measure = c.code
union all
select 'sales/dcs', e.id::text, e.stated_from, e.stated_until,
       'categories.name', 0.8, p.name::text, p.name_stems, p.name_spelled
  from dcs_categories p join dcs_sales e using (id, stated_from)
union all
select 'sales/dcs', e.id::text, e.stated_from, e.stated_until,
       'articles.name', 0.8, p.name::text, p.name_stems, p.name_spelled
  from dcs_articles p join dcs_sales e using (id, stated_from)
union all
select 'sales/dcs', e.id::text, e.stated_from, e.stated_until,
       'articles.designation', 0.8, p.designation::text, p.designation_stems, p.designation_spelled
  from dcs_articles p join dcs_sales e using (id, stated_from)
union all
select 'sales/dcs', e.id::text, e.stated_from, e.stated_until,
       'articles.asStated', 0.7, p.as_stated::text, p.as_stated_stems, p.as_stated_spelled
  from dcs_articles p join dcs_sales e using (id, stated_from)
union all
select 'sales/dcs', e.id::text, e.stated_from, e.stated_until,
       'citations.asStated', 0.5, p.as_stated::text, p.as_stated_stems, p.as_stated_spelled
  from dcs_sales_citations p join dcs_sales e using (id, stated_from)
union all
select 'sales/dcs', e.id::text, e.stated_from, e.stated_until, 'partners', 0.4, n.text, n.stems, n.spelled
  from partner_texts n join dcs_partners p on p.partner = n.partner
  join dcs_sales e on (e.id, e.stated_from) = (p.id, p.stated_from)
union all
select 'assistance', e.id::text, e.stated_from, e.stated_until,
       'title', 1.0, title_of(c.code), stems(title_of(c.code)), spelled(title_of(c.code))
  from unnest(array['FMF', 'IMET', 'EDA', 'GPOI', 'drawdown', 'section333', 'title10TrainAndEquip', 'title22', 'dodAuthorized', 'missileDefense',
                    'ironDome', 'hostNationContribution', 'stateSecurityAssistance', 'stateAndDodAssistance', 'bilateralAssistance', 'other']) c (code)
  join assistance e on e.program = c.code
union all
select 'assistance', e.id::text, e.stated_from, e.stated_until, 'program', 0.5, c.code, stems(c.code), spelled(c.code)
  from unnest(array['FMF', 'IMET', 'EDA', 'GPOI']) c (code) join assistance e on e.program = c.code
union all
select 'assistance', e.id::text, e.stated_from, e.stated_until,
       'articles.name', 0.8, p.name::text, p.name_stems, p.name_spelled
  from assistance_articles p join assistance e using (id, stated_from)
union all
select 'assistance', e.id::text, e.stated_from, e.stated_until,
       'articles.designation', 0.8, p.designation::text, p.designation_stems, p.designation_spelled
  from assistance_articles p join assistance e using (id, stated_from)
union all
select 'assistance', e.id::text, e.stated_from, e.stated_until,
       'articles.asStated', 0.7, p.as_stated::text, p.as_stated_stems, p.as_stated_spelled
  from assistance_articles p join assistance e using (id, stated_from)
union all
select 'assistance', e.id::text, e.stated_from, e.stated_until,
       'citations.asStated', 0.5, p.as_stated::text, p.as_stated_stems, p.as_stated_spelled
  from assistance_citations p join assistance e using (id, stated_from)
union all
select 'assistance', e.id::text, e.stated_from, e.stated_until, 'partners', 0.4, n.text, n.stems, n.spelled
  from partner_texts n join assistance_partners p on p.partner = n.partner
  join assistance e on (e.id, e.stated_from) = (p.id, p.stated_from)
union all
select 'force-posture', e.id::text, e.stated_from, e.stated_until,
       'title', 1.0, title_of(c.code), stems(title_of(c.code)), spelled(title_of(c.code))
  from unnest(array['military', 'civilian', 'family']) c (code) join force_posture e on e.category = c.code
union all
select 'force-posture', e.id::text, e.stated_from, e.stated_until,
       'asset.name', 1.0, e.asset_name::text, e.asset_name_stems, e.asset_name_spelled
  from force_posture e
union all
select 'force-posture', e.id::text, e.stated_from, e.stated_until,
       'asset.designation', 0.8, e.asset_designation::text, e.asset_designation_stems, e.asset_designation_spelled
  from force_posture e
union all
select 'force-posture', e.id::text, e.stated_from, e.stated_until,
       'citations.asStated', 0.5, p.as_stated::text, p.as_stated_stems, p.as_stated_spelled
  from force_posture_citations p join force_posture e using (id, stated_from)
union all
select 'force-posture', e.id::text, e.stated_from, e.stated_until, 'host', 0.4, n.text, n.stems, n.spelled
  from partner_texts n join force_posture e on e.host = n.partner
union all
select 'force-posture', e.id::text, e.stated_from, e.stated_until, 'sender', 0.4, n.text, n.stems, n.spelled
  from partner_texts n join force_posture e on e.sender = n.partner
union all
select 'peacekeeping', e.id::text, e.stated_from, e.stated_until,
       'name', 1.0, e.name::text, e.name_stems, e.name_spelled
  from peacekeeping e
union all
select 'peacekeeping', e.id::text, e.stated_from, e.stated_until, 'program', 0.5, c.code, stems(c.code), spelled(c.code)
  from unnest(array['GPOI']) c (code) join peacekeeping e on e.program = c.code
union all
select 'peacekeeping', e.id::text, e.stated_from, e.stated_until,
       'focusAreas', 0.7, listed(e.focus_areas), e.focus_areas_stems, e.focus_areas_spelled
  from peacekeeping e
union all
select 'peacekeeping', e.id::text, e.stated_from, e.stated_until,
       'counterparts.organization', 0.5, p.organization::text, p.organization_stems, p.organization_spelled
  from peacekeeping_counterparts p join peacekeeping e using (id, stated_from)
union all
select 'peacekeeping', e.id::text, e.stated_from, e.stated_until,
       'citations.asStated', 0.5, p.as_stated::text, p.as_stated_stems, p.as_stated_spelled
  from peacekeeping_citations p join peacekeeping e using (id, stated_from)
union all
select 'peacekeeping', e.id::text, e.stated_from, e.stated_until, 'partners', 0.4, n.text, n.stems, n.spelled
  from partner_texts n join peacekeeping_partners p on p.partner = n.partner
  join peacekeeping e on (e.id, e.stated_from) = (p.id, p.stated_from)
union all
select 'peacekeeping', e.id::text, e.stated_from, e.stated_until,
       'counterparts.partner', 0.4, n.text, n.stems, n.spelled
  from partner_texts n join peacekeeping_counterparts p on p.partner = n.partner
  join peacekeeping e on (e.id, e.stated_from) = (p.id, p.stated_from)
union all
select 'objectives', e.id::text, e.stated_from, e.stated_until,
       'title', 1.0, e.title::text, e.title_stems, e.title_spelled
  from objectives e
union all
select 'objectives', e.id::text, e.stated_from, e.stated_until,
       'concerns.subject', 0.7, p.subject::text, p.subject_stems, p.subject_spelled
  from objective_concerns p join objectives e using (id, stated_from)
union all
select 'objectives', e.id::text, e.stated_from, e.stated_until,
       'citations.asStated', 0.5, p.as_stated::text, p.as_stated_stems, p.as_stated_spelled
  from objectives_citations p join objectives e using (id, stated_from)
union all
select 'objectives', e.id::text, e.stated_from, e.stated_until, 'parties', 0.4, n.text, n.stems, n.spelled
  from partner_texts n join objective_parties p on p.partner = n.partner
  join objectives e on (e.id, e.stated_from) = (p.id, p.stated_from)
union all
select 'objectives', e.id::text, e.stated_from, e.stated_until, 'concerns.partner', 0.4, n.text, n.stems, n.spelled
  from partner_texts n join objective_concerns p on p.partner = n.partner
  join objectives e on (e.id, e.stated_from) = (p.id, p.stated_from)
union all
select 'fact-sheets', e.id::text, lower(e.published), null::date, 'title', 1.0, e.title::text, e.title_stems, e.title_spelled
  from fact_sheets e
union all
select 'fact-sheets', e.id::text, lower(e.published), null::date, 'partners', 0.4, n.text, n.stems, n.spelled
  from partner_texts n join fact_sheet_partners p on p.partner = n.partner
  join fact_sheets e on e.id = p.fact_sheet
union all
select 'partners', n.partner, '-infinity'::date, null::date, n.field, n.weight, n.text, n.stems, n.spelled from partner_texts n;
