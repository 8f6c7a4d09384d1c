-- What a record is called that its source gives no name.
create or replace function title_of(code text) returns text
  language sql immutable strict parallel safe
return case code
  when 'activeCases' then 'Active Foreign Military Sales cases'
  when 'authorizations' then 'Authorized Direct Commercial Sales'
  when 'military' then 'U.S. military personnel'
  when 'civilian' then 'Civilians of the Department of Defense'
  when 'family' then 'Family members'
  when 'FMF' then 'Foreign Military Financing'
  when 'IMET' then 'International Military Education and Training'
  when 'EDA' then 'Excess Defense Articles'
  when 'GPOI' then 'Global Peace Operations Initiative'
  when 'drawdown' then 'Drawdown of U.S. defense stocks'
  when 'section333' then 'Section 333 capacity building'
  when 'title10TrainAndEquip' then 'Title 10 train and equip'
  when 'title22' then 'Title 22 assistance'
  when 'dodAuthorized' then 'Assistance authorized by the Department of Defense'
  when 'missileDefense' then 'Missile defense'
  when 'ironDome' then 'Iron Dome'
  when 'hostNationContribution' then 'Spending of the host nation'
  when 'stateSecurityAssistance' then 'Security assistance of the Department of State'
  when 'stateAndDodAssistance' then 'Assistance of the Departments of State and Defense'
  when 'bilateralAssistance' then 'Bilateral assistance'
  when 'other' then 'Assistance' end;
