-- Source:    ai/epoch_hardware_2025-12-17/ml_hardware_cut.csv
-- Publisher: Epoch AI, Data on Machine Learning Hardware
-- Address:   https://epoch.ai/data/machine-learning-hardware
-- Copy:      github.com/cnyke/cnyke.github.io, public/data/EpochAI/ml_hardware/, commit fa74e0218ef21dcf7fceaccd1c6a490aa47ae87b, 17 December 2025
-- Licence:   CC BY 4.0
-- Dropped:   clocks, bus widths and transistor counts; notes and links; energy efficiency and price-performance, which the
--            publisher computes from other columns and which say "inf" where the price or the power is not known.
-- Country:   seat of the designer, our assignment; empty where no designer is named.
WITH seat (designer, country) AS (
  VALUES
    ('NVIDIA', 'USA'), ('AMD', 'USA'), ('Intel', 'USA'), ('Google', 'USA'), ('Amazon AWS', 'USA'), ('Meta', 'USA'), ('Microsoft', 'USA'), ('Tesla', 'USA'),
    ('Huawei', 'CHN'), ('Kunlunxin Baidu', 'CHN'), ('Cambricon', 'CHN'), ('MetaX', 'CHN'), ('Iluvatar CoreX', 'CHN'), ('Moore Threads (Tencent)', 'CHN'), ('Biren', 'CHN'),
    ('Hygon', 'CHN'), ('Alibaba', 'CHN'), ('Sunway', 'CHN'), ('National University of Defense Technology', 'CHN'), ('PEZY', 'JPN')
)
SELECT
  tidy("Hardware name") AS chip,
  tidy("Manufacturer") AS designer,
  CASE WHEN "Manufacturer" IS NOT NULL THEN coalesce(seat.country, error('no seat for ' || "Manufacturer")) END AS country,
  "Type" AS type,
  "Release date" AS release_date,
  CASE
    WHEN "Hardware name" LIKE '%A800%SXM%' THEN 'before the announcement of the A800 on 7 November 2022'
    WHEN "Hardware name" = 'Huawei Ascend 910B' THEN 'doubtful; no other source is held'
  END AS release_date_doubt,
  "Release price (USD)" AS release_price_usd,
  "Tensor-FP16/BF16 performance (FLOP/s)" AS tensor_fp16_flop_per_s,
  "FP64 (double precision) performance (FLOP/s)" AS fp64_flop_per_s,
  "FP32 (single precision) performance (FLOP/s)" AS fp32_flop_per_s,
  "FP16 (half precision) performance (FLOP/s)" AS fp16_flop_per_s,
  "TF32 (TensorFloat-32) performance (FLOP/s)" AS tf32_flop_per_s,
  "FP8 performance (FLOP/s)" AS fp8_flop_per_s,
  "INT8 performance (OP/s)" AS int8_op_per_s,
  "Total processing performance (bit-OP/s)" AS total_processing_performance_bit_op_per_s,
  "Memory size per board (Byte)" AS memory_byte,
  "Memory bandwidth (byte/s)" AS memory_bandwidth_byte_per_s,
  "Intranode bandwidth (byte/s)" AS intranode_bandwidth_byte_per_s,
  "Internode bandwidth (bit/s)" AS internode_bandwidth_bit_per_s,
  "Die Size (mm^2)" AS die_mm2,
  "TDP (W)" AS thermal_design_power_w,
  "Process size (nm)" AS process_nm,
  "Foundry" AS foundry
FROM source('ai/epoch_hardware_2025-12-17/ml_hardware_cut.csv', {
  'Release date': 'DATE', 'Release price (USD)': 'DOUBLE', 'Tensor-FP16/BF16 performance (FLOP/s)': 'DOUBLE',
  'FP64 (double precision) performance (FLOP/s)': 'DOUBLE', 'FP32 (single precision) performance (FLOP/s)': 'DOUBLE',
  'FP16 (half precision) performance (FLOP/s)': 'DOUBLE', 'TF32 (TensorFloat-32) performance (FLOP/s)': 'DOUBLE',
  'FP8 performance (FLOP/s)': 'DOUBLE', 'INT8 performance (OP/s)': 'DOUBLE', 'Total processing performance (bit-OP/s)': 'DOUBLE',
  'Memory size per board (Byte)': 'DOUBLE', 'Memory bandwidth (byte/s)': 'DOUBLE', 'Intranode bandwidth (byte/s)': 'DOUBLE',
  'Internode bandwidth (bit/s)': 'DOUBLE', 'Die Size (mm^2)': 'DOUBLE', 'TDP (W)': 'DOUBLE', 'Process size (nm)': 'DOUBLE'})
LEFT JOIN seat ON seat.designer = "Manufacturer"
ORDER BY release_date NULLS LAST, chip;
