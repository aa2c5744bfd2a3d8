-- Source:    cleantech/batteries/doe_vto_ev_battery_pack_cost_2008_2022.csv
-- Publisher: US Department of Energy, Vehicle Technologies Office, Fact of the Week 1272, 9 January 2023
-- Address:   https://www.energy.gov/eere/vehicles/articles/fotw-1272-january-9-2023-electric-vehicle-battery-pack-costs-2022-are-nearly
-- Copy:      github.com/Policy-Impacts/mvpf-climate, data/1_assumptions/evs/battery_costs_doe.xlsx, commit
--            211005c6c868fd30ac2089b75fa3b8eb9f2edd23 (4 September 2025)
-- Licence:   public domain (work of the US government)
-- Dropped:   nothing.
-- Dollars:   the publisher heads the second column "2021 Constant Dollars", but it equals current dollars in 2022 and not
--            in 2021: the base year is 2022.
SELECT
  year,
  cost_current_usd_per_kwh AS pack_cost_current_usd_per_kwh,
  cost_2021usd_per_kwh AS pack_cost_2022usd_per_kwh
FROM source('cleantech/batteries/doe_vto_ev_battery_pack_cost_2008_2022.csv',
  {'year': 'INTEGER', 'cost_current_usd_per_kwh': 'DOUBLE', 'cost_2021usd_per_kwh': 'DOUBLE'})
ORDER BY year;
