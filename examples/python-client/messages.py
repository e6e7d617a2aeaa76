"""MyTimer's messages, and how they travel: CBOR maps whose keys are the field names in camelCase."""

from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from types import NoneType
from typing import Any, get_args, get_origin


class Priority(Enum):
    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class EchoRequest:
    message: str
    delay_ms: int = 0


@dataclass(frozen=True, slots=True)
class EchoResponse:
    echoed: str
    timer_name: str


@dataclass(frozen=True, slots=True)
class ComplexRequest:
    messages: list[EchoRequest]
    tags: list[str]
    note: str | None = None
    retries: int | None = None


@dataclass(frozen=True, slots=True)
class ComplexResponse:
    summary: str
    item_count: int
    has_note: bool


@dataclass(frozen=True, slots=True)
class JobSpec:
    name: str
    payload: list[str]
    priority: Priority = Priority.NORMAL


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    max_attempts: int
    backoff_ms: int
    retry_on: list[str]


@dataclass(frozen=True, slots=True)
class ScheduleConfig:
    start_at_ms: int
    interval_ms: int
    jitter: int | None = None


@dataclass(frozen=True, slots=True)
class ScheduleResult:
    job_id: str
    will_run_count: int
    first_run_at_ms: int
    effective_backoff_ms: int
    priority: Priority


@dataclass(frozen=True, slots=True)
class EchoEvent:
    message: str
    echo_count: int


@dataclass(frozen=True, slots=True)
class JobEvent:
    job_id: str
    will_run_count: int


EVENTS: dict[str, type[EchoEvent] | type[JobEvent]] = {"on_echo_fired": EchoEvent, "on_job_scheduled": JobEvent}


@dataclass(frozen=True, slots=True)
class Event:
    event: str
    lost: int  # events dropped so far because this connection read too slowly
    payload: EchoEvent | JobEvent


def to_wire(value: Any) -> Any:
    """The value as cbor2 takes it."""
    if is_dataclass(value):
        return {_camel(field.name): to_wire(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, dict):
        return {key: to_wire(item) for key, item in value.items()}
    if isinstance(value, list):
        return [to_wire(item) for item in value]
    return value.value if isinstance(value, Enum) else value


def from_wire(kind: Any, value: Any) -> Any:
    """The value as the type `kind`, which may be a message; ValueError, TypeError or KeyError when it is not one."""
    if NoneType in get_args(kind):
        return None if value is None else from_wire(get_args(kind)[0], value)
    if get_origin(kind) is list:
        return [from_wire(get_args(kind)[0], item) for item in from_wire(list, value)]
    if kind is Event:
        wire = from_wire(dict, value)
        return Event(wire["event"], from_wire(int, wire["lost"]), from_wire(EVENTS[wire["event"]], wire["payload"]))
    if is_dataclass(kind):
        wire = from_wire(dict, value)
        return kind(*(from_wire(field.type, wire.get(_camel(field.name))) for field in fields(kind)))
    if issubclass(kind, Enum):
        return kind(value)
    if type(value) is not kind:
        raise TypeError(f"expected {kind.__name__}, found {type(value).__name__}")
    return value


def _camel(name: str) -> str:
    first, *others = name.split("_")
    return first + "".join(map(str.capitalize, others))
