-- Source:    cleantech/learning_curves/farmer_lafond_2016__unit_costs.csv
-- Publisher: J. Doyne Farmer and François Lafond, "How predictable is technological progress?", Research Policy 45(3), 2016;
--            given by the authors to Our World in Data on 7 July 2016
-- Address:   http://www.sciencedirect.com/science/article/pii/S0048733315001699
-- Copy:      github.com/owid/owid-datasets, "Learning costs, J. Doyne Farmer and François Lafond (2016)", commit
--            48c9992ae317b35ed327fc36d2af75fe8b3ef7ed (21 October 2024)
-- Licence:   "Creative Commons 4.0" as recorded by Our World in Data, which does not name the variant
-- Dropped:   nothing.
SELECT
  "Entity" AS technology,
  "Year" AS year,
  "J. Doyne Farmer and François Lafond (2016)" AS unit_cost
FROM source('cleantech/learning_curves/farmer_lafond_2016__unit_costs.csv',
  {'Year': 'INTEGER', 'J. Doyne Farmer and François Lafond (2016)': 'DOUBLE'})
ORDER BY technology, year;
