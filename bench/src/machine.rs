//! What `/proc` knows of processes: processor time and memory. Linux only.

use std::fs;

use crate::Done;

/// Microseconds of a tick of `/proc/PID/stat`: Linux shows hundredths of a second, whatever it counts in.
const TICK: u64 = 10_000;

/// The fields of `/proc/PID/stat` behind the name, which may hold anything.
fn stat(process: u32) -> Done<Vec<String>> {
    let text = fs::read_to_string(format!("/proc/{process}/stat"))?;
    let (_, fields) = text.rsplit_once(')').ok_or("no such process")?;
    Ok(fields.split_whitespace().map(str::to_owned).collect())
}

/// Fields 14 to 17 of the manual are user, system, and both of children that were waited for.
fn ticks(fields: &[String], places: std::ops::Range<usize>) -> u64 {
    let numbers = fields.get(places).unwrap_or_default();
    numbers.iter().filter_map(|field| field.parse::<u64>().ok()).sum()
}

/// The parent of a process.
///
/// # Errors
/// Where there is no such process.
pub fn parent(process: u32) -> Done<u32> {
    Ok(stat(process)?.get(1).ok_or("no parent")?.parse()?)
}

/// Microseconds of processor that a process and all below it have used.
///
/// # Errors
/// Where there is no such process.
pub fn family_processor(root: u32) -> Done<u64> {
    let mut used = ticks(&stat(root)?, 11..15);
    for child in children(root) {
        used += family_processor(child).unwrap_or(0) / TICK;
    }
    Ok(used * TICK)
}

/// Kilobytes of memory that a process and all below it hold now.
pub fn family_memory(root: u32) -> u64 {
    let own = fs::read_to_string(format!("/proc/{root}/status")).unwrap_or_default();
    let line = own.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let own: u64 = line
        .and_then(|line| line.split_whitespace().next()?.parse().ok())
        .unwrap_or(0);
    own + children(root).map(family_memory).sum::<u64>()
}

/// The processes that a process's threads have started.
fn children(parent: u32) -> impl Iterator<Item = u32> {
    let threads = fs::read_dir(format!("/proc/{parent}/task"));
    let lists = threads.into_iter().flatten().flatten();
    let lists = lists.filter_map(|thread| fs::read_to_string(thread.path().join("children")).ok());
    let ids: Vec<u32> = lists
        .flat_map(|list| {
            list.split_whitespace()
                .filter_map(|id| id.parse().ok())
                .collect::<Vec<_>>()
        })
        .collect();
    ids.into_iter()
}

/// What this machine is, in a line.
pub fn description() -> String {
    let read = |path| fs::read_to_string(path).unwrap_or_default();
    let processors = read("/proc/cpuinfo");
    let model = processors
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(": "))
        .map_or("unknown", |(_, model)| model);
    let count = processors.lines().filter(|line| line.starts_with("processor")).count();
    let memory = read("/proc/meminfo");
    let memory: u64 = memory
        .lines()
        .next()
        .and_then(|line| line.split_whitespace().nth(1)?.parse().ok())
        .unwrap_or(0);
    let kernel = read("/proc/sys/kernel/osrelease");
    format!("{count} × {model}, {} GB, Linux {}", memory / 1_000_000, kernel.trim())
}
