//! MyTimer's messages: CBOR maps whose keys are the field names in camelCase.
#![allow(dead_code)] // a program need not use all of them

use serde::{Deserialize, Serialize};
use std::fmt;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Priority {
    Low,
    Normal,
    High,
}

impl fmt::Display for Priority {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str(["low", "normal", "high"][*self as usize])
    }
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct EchoRequest<'a> {
    pub message: &'a str,
    pub delay_ms: i64,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct EchoResponse {
    pub echoed: String,
    pub timer_name: String,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ComplexRequest<'a> {
    pub messages: &'a [EchoRequest<'a>],
    pub tags: &'a [&'a str],
    pub note: Option<&'a str>,
    pub retries: Option<i32>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ComplexResponse {
    pub summary: String,
    pub item_count: i32,
    pub has_note: bool,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct JobSpec<'a> {
    pub name: &'a str,
    pub payload: &'a [&'a str],
    pub priority: Priority,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RetryPolicy<'a> {
    pub max_attempts: i32,
    pub backoff_ms: i64,
    pub retry_on: &'a [&'a str],
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ScheduleConfig {
    pub start_at_ms: i64,
    pub interval_ms: i64,
    pub jitter: Option<i64>,
}

#[derive(Clone, Debug, Serialize)]
pub struct ScheduleParameters<'a> {
    pub job: &'a JobSpec<'a>,
    pub retry: &'a RetryPolicy<'a>,
    pub schedule: &'a ScheduleConfig,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ScheduleResult {
    pub job_id: String,
    pub will_run_count: i64,
    pub first_run_at_ms: i64,
    pub effective_backoff_ms: i64,
    pub priority: Priority,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct EchoEvent {
    pub message: String,
    pub echo_count: i64,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct JobEvent {
    pub job_id: String,
    pub will_run_count: i64,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Event {
    /// Events dropped so far because this connection read too slowly.
    pub lost: u64,
    #[serde(flatten)]
    pub payload: Payload,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "event", content = "payload")]
pub enum Payload {
    #[serde(rename = "on_echo_fired")]
    EchoFired(EchoEvent),
    #[serde(rename = "on_job_scheduled")]
    JobScheduled(JobEvent),
}
