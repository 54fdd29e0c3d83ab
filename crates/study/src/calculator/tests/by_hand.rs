//! Results worked out by hand, from the defaults or from round numbers.

use super::*;

/// Each result by hand, from the defaults or from round numbers.
fn check(calculator: Calculator, inputs: &str, expect: &[(&str, f64)]) {
    let inputs: Inputs = serde_json::from_str(inputs).unwrap();
    let values = calculate(calculator, &inputs).unwrap();
    for (key, expect) in expect {
        let value = values.iter().find(|value| value.key == *key).unwrap();
        near(value.value, *expect, 1e-9);
        assert!(value.words.len() > 3 && !value.label.is_empty(), "{key}: {}", value.words);
    }
}

#[test]
fn sizes_and_energy_by_hand() {
    check(
        Calculator::ModelSize,
        r#"{"parameters": 2e6, "bits_per_weight": 4, "multiply_adds": 1e8,
            "giga_multiply_adds_per_second": 20, "memory_gigabytes_per_second": 2}"#,
        &[
            ("megabytes", 1.0),
            ("arithmetic_milliseconds", 5.0),
            ("memory_milliseconds", 0.5),
            ("least_milliseconds", 5.0),
            ("multiply_adds_per_byte", 100.0),
            ("balance_multiply_adds_per_byte", 10.0),
        ],
    );
    // 400 mW for 0.8 s are 320 mJ; six an hour are 0.5333 mW.
    check(
        Calculator::DutyCycleEnergy,
        "{}",
        &[
            ("millijoules_per_wake", 320.0),
            ("average_milliwatts", 1.0 + 320.0 * 6.0 / 3600.0),
            ("battery_share_per_day", 100.0 * 24.0 * (1.0 + 320.0 * 6.0 / 3600.0) / 15_000.0),
            ("days_on_a_charge", 15_000.0 / (1.0 + 320.0 * 6.0 / 3600.0) / 24.0),
            ("second_stage_share_of_time", 100.0 * 4.8 / 3600.0),
            (
                "battery_share_per_day_of_one_wake_per_hour",
                100.0 * 320.0 / 3600.0 * 24.0 / 15_000.0,
            ),
        ],
    );
    // 28 layers, 8 heads of 128, both keys and values at 2 bytes: 114 688 bytes a token.
    check(
        Calculator::KvCache,
        "{}",
        &[
            ("kilobytes_per_token", 114.688),
            ("cache_gigabytes", 0.469_762_048),
            ("total_gigabytes", 2.169_762_048),
            ("most_tokens_per_second", 60.0 / 2.169_762_048),
        ],
    );
}

#[test]
fn traffic_and_cost_by_hand() {
    check(
        Calculator::RecommenderCapacity,
        r#"{"users": 1e6, "items": 1e7, "dimensions": 100, "bytes_per_number": 2,
            "daily_active_users": 864000, "requests_per_user_per_day": 10, "peak_factor": 2,
            "candidates_per_request": 499}"#,
        &[
            ("user_table_gigabytes", 0.2),
            ("item_table_gigabytes", 2.0),
            ("mean_requests_per_second", 100.0),
            ("peak_requests_per_second", 200.0),
            ("candidate_giga_multiply_adds_per_second", 200.0 * 499.0 * 100.0 / 1e9),
            ("exhaustive_giga_multiply_adds_per_second", 200.0),
            ("kilobytes_read_per_request", 100.0),
        ],
    );
    check(
        Calculator::FederatedRound,
        r#"{"devices": 1e6, "share_available": 0.01, "update_megabytes": 5, "rounds_per_day": 4,
            "seconds_per_update": 60, "device_watts": 3}"#,
        &[
            ("devices_per_round", 10_000.0),
            ("upload_gigabytes_per_round", 50.0),
            ("upload_gigabytes_per_day", 200.0),
            ("server_megabits_per_second", 1_600_000.0 / 86_400.0),
            ("rounds_per_device_per_day", 0.04),
            ("megabytes_per_device_per_day", 0.4),
            ("joules_per_update", 180.0),
            ("fleet_kilowatt_hours_per_day", 2.0),
        ],
    );
    check(
        Calculator::FeaturePipeline,
        r#"{"events_per_second": 1e6, "bytes_per_event": 1000, "days_kept": 10, "copies": 3,
            "scan_megabytes_per_second": 100, "scan_hours": 10}"#,
        &[
            ("ingest_megabytes_per_second", 1000.0),
            ("terabytes_per_day", 86.4),
            ("terabytes_stored", 2592.0),
            ("scan_hours_of_one_worker", 2400.0),
            ("scan_workers", 240.0),
        ],
    );
    // A million events, 1000 positives: 800 found among 800 + 9990 alerts.
    check(
        Calculator::ImbalanceCost,
        "{}",
        &[
            ("alerts_per_day", 10_790.0),
            ("misses_per_day", 200.0),
            ("precision", 100.0 * 800.0 / 10_790.0),
            ("accuracy", 100.0 * (800.0 + 989_010.0) / 1e6),
            ("f1", 1600.0 / (1600.0 + 9990.0 + 200.0)),
            ("cost_per_day", 200.0 * 100.0 + 10_790.0 * 2.0),
            ("cost_per_day_without", 100_000.0),
            ("threshold", 2.0),
        ],
    );
}
