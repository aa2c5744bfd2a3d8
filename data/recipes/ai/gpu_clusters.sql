-- Source:    ai/epoch_hardware_2025-12-17/gpu_clusters_cut.csv
-- Publisher: Epoch AI, Data on GPU Clusters
-- Address:   https://epoch.ai/data/gpu-clusters
-- Copy:      github.com/cnyke/cnyke.github.io, public/data/EpochAI/gpu_clusters/, commit fa74e0218ef21dcf7fceaccd1c6a490aa47ae87b, 17 December 2025
-- Licence:   CC BY 4.0
-- Dropped:   notes, links, users, places, costs, ranks, performance in other number formats, secondary chips. No cluster.
-- Key:       257 systems share one name, so a cluster is the place of its row in the source.
SELECT
  row_number() OVER () AS cluster,
  tidy("Name") AS name,
  "Name" = 'Anonymized Chinese System' AS anonymised,
  lower("Status") AS status,
  lower("Certainty") AS certainty,
  lower("Single cluster?") AS single_cluster,
  iso3("Country") AS country,
  tidy("Owner") AS owner,
  "Sector" AS sector,
  "First Operational Date" AS first_operational_date,
  round("H100 equivalents", 4) AS h100_equivalents,
  "16-bit OP/s" AS op16_per_s,
  round("Power Capacity (MW)", 6) AS power_mw,
  "Chip type (primary)" AS primary_chip,
  "Chip quantity (primary)" AS primary_chips,
  "GPU Supplier (primary)" AS supplier,
  coalesce("Include in Standard Analysis" = 'True', false) AS in_standard_analysis,
  coalesce("Possible Duplicate" = 'True', false) AS possible_duplicate
FROM source('ai/epoch_hardware_2025-12-17/gpu_clusters_cut.csv', {
  'First Operational Date': 'DATE', 'H100 equivalents': 'DOUBLE', '16-bit OP/s': 'DOUBLE', 'Power Capacity (MW)': 'DOUBLE', 'Chip quantity (primary)': 'DOUBLE'})
ORDER BY cluster;
