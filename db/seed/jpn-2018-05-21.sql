-- "U.S. Security Cooperation With Japan", U.S. Department of State, Bureau of Political-Military Affairs, 21 May 2018.
-- Paragraphs count from 1 below the dateline. Descriptions are our own words; names and figures are as printed.

select put_fact_sheet('jpn-2018-05-21',
  partners => '{JPN}',
  title => 'U.S. Security Cooperation With Japan',
  publisher => 'U.S. Department of State',
  bureau => 'Bureau of Political-Military Affairs',
  published => '2018-05-21',
  office => 'Office of Congressional and Public Affairs',
  email => 'PM-CPA@state.gov',
  social_handle => '@StateDeptPM',
  source_url => 'https://www.state.gov/t/pm/rls/fs/2018/281245.htm',
  text_read => 'whole',
  sha256 => 'e77bf5d386e4bde29a9ae101162e3e45a0af010d168f2647b339b58cfba9271b');

-- Paragraph 1: shared objectives, and the treaty

select put_objective('us-japan-alliance', 'jpn-2018-05-21', array[(1, 'U.S.-Japan Alliance')]::cite[],
  title => 'Closer security cooperation within the U.S.-Japan Alliance',
  parties => '{USA,JPN}');

select put_objective('indo-pacific-maritime-governance', 'jpn-2018-05-21',
  array[(1, 'rules-based approach to maritime governance')]::cite[],
  title => 'Maritime governance in the Indo-Pacific that rests on rules',
  parties => '{USA,JPN}',
  notes => array['The sheet names the Indo-Pacific as the region of the alliance; that the governance is meant there is our reading.']);

select put_objective('us-japan-rok-trilateral', 'jpn-2018-05-21',
  array[(1, 'American, Japanese, and South Korean trilateral cooperation')]::cite[],
  title => 'Deeper cooperation of the United States, Japan and the Republic of Korea',
  parties => '{USA,JPN,KOR}',
  concerns => array[('PRK', 'Nuclear weapons program'), ('PRK', 'Ballistic missile program')]::concern[]);

select put_agreement('us-japan-security-treaty', 'jpn-2018-05-21',
  array[(1, 'U.S.-Japan Security Treaty of 1960')]::cite[],
  name => 'U.S.-Japan Security Treaty',
  kind => 'treaty',
  parties => '{USA,JPN}',
  dated => '1960',
  purpose => 'Commits the United States to the defense of Japan.',
  notes => array['The sheet gives the year 1960 without saying whether the treaty was signed or entered into force then.',
                 'The sheet calls the alliance almost 60 years old, which is 58 years counted from 1960.']);

-- Paragraph 2: forces stationed

select put_force_posture('jpn-us-military-personnel', 'jpn-2018-05-21', array[(2, '54,000')]::cite[],
  host => 'JPN', kind => 'personnel', category => 'military',
  count => read_quantity('54,000', 'stated', 'people'),
  notes => array['The sheet gives no date for the figure other than its own.']);

select put_force_posture('jpn-dod-civilians', 'jpn-2018-05-21', array[(2, 'thousands')]::cite[],
  host => 'JPN', kind => 'personnel', category => 'civilian',
  count => read_quantity('thousands', null, 'people'),
  notes => array['The sheet says thousands of civilians of the Department of Defense and family members together, and gives no figure.']);

select put_force_posture('jpn-family-members', 'jpn-2018-05-21', array[(2, 'thousands')]::cite[],
  host => 'JPN', kind => 'personnel', category => 'family',
  count => read_quantity('thousands', null, 'people'),
  notes => array['The sheet says thousands of civilians of the Department of Defense and family members together, and gives no figure.']);

select put_force_posture('jpn-uss-ronald-reagan-csg', 'jpn-2018-05-21',
  array[(2, 'U.S.S. Ronald Reagan carrier strike group')]::cite[],
  host => 'JPN', kind => 'asset', category => 'carrierStrikeGroup',
  asset_name => 'USS Ronald Reagan carrier strike group');

select put_force_posture('jpn-f-35', 'jpn-2018-05-21', array[(2, 'F-35 Lightning Joint Strike Fighter')]::cite[],
  host => 'JPN', kind => 'asset', category => 'aircraft',
  asset_name => 'F-35 Joint Strike Fighter', asset_designation => 'F-35',
  notes => array['The sheet does not say how many aircraft are deployed.',
                 'Paragraph 4 names the same aircraft, there as an article of Foreign Military Sales.']);

-- Paragraph 3: exercises

select put_exercise('keen-sword', 'jpn-2018-05-21', array[(3, 'Exercise Keen Sword'), (3, 'Since 1997'), (3, 'annual')]::cite[],
  name => 'Keen Sword',
  kind => 'fieldTraining',
  cadence => 'annual',
  since => '1997',
  participants => array[
    ('USA', 'U.S. Forces Japan', 'participant', '1997'),
    ('JPN', 'Japan Self-Defense Forces', 'participant', '1997')]::participant[],
  purpose => 'Raises combat readiness and interoperability within the alliance, and lets both forces learn each other''s tactics, '
    || 'communication protocols and procedures.',
  notes => array['The cadence is as the sheet claims it; other public sources show an edition about every two years.']);

select put_exercise('malabar', 'jpn-2018-05-21', array[(3, 'Exercise Malabar'), (3, 'Since 2007'), (3, 'In 2015')]::cite[],
  name => 'Malabar',
  format => 'trilateral',
  format_since => '2015',
  participants => array[
    ('USA', null, 'participant', null),
    ('IND', null, 'participant', null),
    ('JPN', null, 'participant', '2007'),
    ('JPN', null, 'permanentMember', '2015')]::participant[],
  purpose => 'Lets the participants learn each other''s tactics, communication protocols, procedures and interoperability.',
  notes => array['The sheet dates the participation of Japan (2007) and its permanent membership (2015), not the origin of the exercise.']);

-- Paragraph 4: Foreign Military Sales

select put_fms_sale('jpn-fms-active-cases', 'jpn-2018-05-21', array[(4, '$19.6 billion')]::cite[],
  partners => '{JPN}', measure => 'activeCases', stage => 'active', kind => 'stock',
  amount => read_quantity('$19.6 billion', 'stated', 'USD'),
  articles => array[
    ('F-35 Joint Strike Fighter', 'F-35', 'platforms', 'F-35 Joint Strike Fighter', null),
    ('Aegis Combat System', null, 'platforms', 'Aegis Combat System', null),
    ('E-2D Airborne Early Warning aircraft', 'E-2D', 'platforms', 'E-2D Airborne Early Warning Aircraft', null),
    ('KC-46 tanker', 'KC-46', 'platforms', 'KC-46 Refueling Tanker', null),
    ('Global Hawk UAS', null, 'platforms', 'Global Hawk Unmanned Aerial System (UAS)', null),
    ('MV-22 Osprey', 'MV-22', 'platforms', 'Osprey MV-22 Tilt-rotor Helicopter', null),
    ('AIM-120 AMRAAM', 'AIM-120', 'missiles', 'AIM 120 Advanced Medium-Range Air-to-Air Missile (AMRAAM)', null),
    ('UGM-84 Harpoon', 'UGM-84', 'missiles', 'UGM-84 Harpoon', null),
    ('SM-3 Block IIA', 'SM-3 Block IIA', 'missiles', 'SM-3 Block IIA Ballistic Missile Defense interceptor missiles', null)]::article[],
  notes => array['The sheet gives no date for the figure other than its own.',
                 'The articles are examples that the sheet names, not all that the cases cover.']);

-- Paragraph 5: Direct Commercial Sales

select put_dcs_sale('jpn-dcs-authorized-2013-2018', 'jpn-2018-05-21', array[(5, '16.0 billion')]::cite[],
  partners => '{JPN}', measure => 'authorizations', stage => 'authorized', kind => 'flow',
  amount => read_quantity('16.0 billion', 'stated', 'USD'),
  period => (days_of('2013'), 'calendarYear', days_of('2018-09-30'), 'date')::period,
  categories => array[
    ('Aircraft and parts', '{VIII}', false),
    ('Military electronics', '{XI}', false),
    ('Gas turbine engines and associated equipment', '{XIX}', false),
    ('Launch vehicles, missiles, and related items', '{IV}', false),
    ('Fire control, range finder, optical, and related items', '{XII}', false)]::category[],
  notes => array['The sheet prints no currency sign before the amount; U.S. dollars are inferred.',
                 'The period ends 132 days after the date of the sheet.',
                 'The period begins with a calendar year and ends on a day that closes a U.S. fiscal year.',
                 'The sheet lists the categories as the top ones, without amounts; the USML numerals are ours.']);

-- Paragraph 6: peacekeeping

select put_peacekeeping('jpn-un-capacity-building', 'jpn-2018-05-21',
  array[(6, 'capacity building contributor')]::cite[],
  partners => '{JPN}', name => 'Capacity building for United Nations peacekeeping', kind => 'contribution',
  focus_areas => '{Engineering,Medical,Communications}',
  counterparts => array[(null, 'United Nations')]::counterpart[]);

select put_peacekeeping('jpn-gpoi-un-training', 'jpn-2018-05-21',
  array[(6, 'Global Peace Operations Initiative (GPOI)')]::cite[],
  partners => '{JPN}', name => 'Training courses for United Nations peacekeepers', kind => 'jointProgram', program => 'GPOI',
  focus_areas => array['Women protection advisors', 'Prevention of sexual and gender-based violence'],
  counterparts => array[
    ('USA', 'Bureau of Political-Military Affairs'),
    (null, 'United Nations')]::counterpart[],
  notes => array['Japan is a contributor here, not a recipient; the sheet states no amount.']);

select put_peacekeeping('jpn-gpoi-regional-training', 'jpn-2018-05-21', array[(6, 'regional training events')]::cite[],
  partners => '{JPN}', name => 'Instructors for regional peacekeeping training', kind => 'jointProgram', program => 'GPOI',
  focus_areas => array['Instructors for regional training events'],
  counterparts => array[('USA', 'U.S. Pacific Command')]::counterpart[],
  notes => array['U.S. Pacific Command has since been renamed U.S. Indo-Pacific Command.']);

select put_peacekeeping('jpn-gpoi-exercises', 'jpn-2018-05-21', array[(6, 'peacekeeping exercises')]::cite[],
  partners => '{JPN}', name => 'Peacekeeping exercises', kind => 'jointProgram', program => 'GPOI',
  focus_areas => array['Peacekeeping exercises'],
  counterparts => array[('USA', 'U.S. Pacific Command')]::counterpart[],
  notes => array['U.S. Pacific Command has since been renamed U.S. Indo-Pacific Command.']);

select put_assistance('jpn-gpoi', 'jpn-2018-05-21', array[(6, 'Global Peace Operations Initiative (GPOI)')]::cite[],
  partners => '{JPN}', program => 'GPOI', direction => 'fromPartner',
  notes => array['Japan is no recipient: it contributes instructors and funds the development of training of the United Nations.',
                 'The sheet states no amount.']);

-- Paragraph 7: agreements

select put_agreement('us-japan-sofa', 'jpn-2018-05-21', array[(7, 'Status of Forces Agreement (SOFA)'), (7, 'Since 1960')]::cite[],
  name => 'U.S.-Japan Status of Forces Agreement',
  kind => 'SOFA',
  parties => '{USA,JPN}',
  in_force_since => '1960',
  purpose => 'Settles which facilities and areas U.S. forces may use in Japan and the legal status of their personnel there.');

select put_agreement('us-japan-special-measures-agreement', 'jpn-2018-05-21',
  array[(7, 'Special Measures Agreement')]::cite[],
  name => 'U.S.-Japan Special Measures Agreement',
  kind => 'SMA',
  parties => '{USA,JPN}',
  purpose => 'Japan bears a share of what it costs to station U.S. forces in the country.',
  notes => array['The sheet states neither a date nor an amount.']);
