// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/run_journal.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <new>
#include <thread>

#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "schema/archive/durable.h"
#include "schema/archive/manifest.h"
#include "schema/archive/place.h"
#include "schema/archive/whole_number.h"
#include "schema/article_json.h"
#include "schema/error.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::size_t kLongJournal = 2 * kRunsKept;  // lines; then it is cut to kRunsKept
constexpr std::chrono::milliseconds kPauseOfTries{20};
constexpr int kMostTries = 50;

struct Count {
  const char* name;
  std::uint64_t RunRecord::*number;
};

constexpr std::array kCounts{Count{"revision", &RunRecord::revision},
                             Count{"articles", &RunRecord::articles},
                             Count{"sources_read", &RunRecord::sources_read},
                             Count{"sources_unchanged", &RunRecord::sources_unchanged},
                             Count{"added", &RunRecord::added},
                             Count{"replaced", &RunRecord::replaced},
                             Count{"unchanged", &RunRecord::unchanged},
                             Count{"rejected", &RunRecord::rejected},
                             Count{"earlier_rejects", &RunRecord::earlier_rejects},
                             Count{"left_out", &RunRecord::left_out},
                             Count{"removed", &RunRecord::removed}};

std::string line_of(const RunRecord& run) {
  Json json{{"version", 1},       {"command", run.command}, {"started", run.started},
            {"ended", run.ended}, {"seconds", run.seconds}, {"exit", run.exit_code},
            {"error", run.error}};
  for (const Count& count : kCounts) json[count.name] = run.*count.number;
  if (!run.alarms.empty()) json["alarms"] = run.alarms;
  return json_line(json) + "\n";
}

std::optional<RunRecord> run_of(const std::string& line) {
  try {
    const Json json = Json::parse(line);
    RunRecord run;
    run.command = json.at("command");
    run.started = json.at("started");
    run.ended = json.at("ended");
    run.seconds = json.at("seconds");
    run.exit_code = whole_number<int>(json.at("exit"));
    run.error = json.value("error", "");
    for (const Count& count : kCounts)
      if (json.contains(count.name))
        run.*count.number = whole_number<std::uint64_t>(json.at(count.name));
    run.alarms = json.value("alarms", std::vector<std::string>());
    return run;
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception&) {  // a line cut off by a power loss, or of a later version
    return std::nullopt;
  }
}

[[noreturn]] void fail(const fs::path& path) {
  throw Error(ExitCode::io, "cannot write '" + path.string() + "': " + std::strerror(errno));
}

// The journal, opened for appending and locked, because another run may end at the same time.
class LockedJournal {
 public:
  explicit LockedJournal(const fs::path& path) : path_(path) {
    for (int tries = 0; tries < kMostTries; ++tries) {
      descriptor_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
      if (descriptor_ < 0) fail(path);
      if (::flock(descriptor_, LOCK_EX | LOCK_NB) == 0 && is_still_there()) return;
      ::close(descriptor_);
      std::this_thread::sleep_for(kPauseOfTries);
    }
    throw Error(ExitCode::try_again, "'" + path.string() + "' is locked");
  }
  ~LockedJournal() { ::close(descriptor_); }
  LockedJournal(const LockedJournal&) = delete;
  LockedJournal& operator=(const LockedJournal&) = delete;

  void add(const std::string& line) {
    std::string text = has_open_line() ? "\n" + line : line;
    if (::write(descriptor_, text.data(), text.size()) != static_cast<ssize_t>(text.size()) ||
        ::fsync(descriptor_) != 0)
      fail(path_);
  }

 private:
  // False if the file was replaced (see cut_when_long) between opening and locking.
  bool is_still_there() const {
    struct stat here {
    }, there{};
    return ::fstat(descriptor_, &here) == 0 && ::stat(path_.c_str(), &there) == 0 &&
           here.st_ino == there.st_ino && here.st_dev == there.st_dev;
  }

  bool has_open_line() const {
    const off_t size = ::lseek(descriptor_, 0, SEEK_END);
    char last = '\n';
    return size > 0 && ::pread(descriptor_, &last, 1, size - 1) == 1 && last != '\n';
  }

  fs::path path_;
  int descriptor_ = -1;
};

std::vector<std::string> lines_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(std::move(line));
  if (in.bad()) throw Error(ExitCode::io, "cannot read '" + path.string() + "'");
  return lines;
}

void cut_when_long(const fs::path& path) {
  const std::vector<std::string> lines = lines_of(path);
  if (lines.size() < kLongJournal) return;
  std::string text;
  for (std::size_t i = lines.size() - kRunsKept; i < lines.size(); ++i) text += lines[i] + "\n";
  replace_file(path, text);
}

// Nothing is written into a folder without a published revision, in which an archive may still be
// created, nor into an archive that is damaged or of another version.
bool is_published(const fs::path& archive) {
  try {
    return has_manifest(archive) && read_manifest(archive).revision > 0;
  } catch (const Error&) {
    return false;
  }
}

}  // namespace

void RunRecord::take(const RunReport& report) {
  error = report.error;
  revision = report.revision;
  articles = report.articles;
  sources_read = report.sources_read;
  sources_unchanged = report.sources_unchanged;
  added = report.added;
  replaced = report.replaced;
  unchanged = report.unchanged;
  rejected = report.rejected;
  earlier_rejects = report.earlier_rejects;
  left_out = report.removed;
  alarms.clear();
  for (const SourceAlarm& alarm : report.alarms) alarms.push_back(alarm.sentence);
}

std::optional<std::string> append_run(const fs::path& archive, const RunRecord& run) noexcept {
  try {
    if (!is_published(archive)) return std::nullopt;
    const fs::path path = archive / kRunJournalName;
    const bool is_new = !fs::exists(path);
    LockedJournal journal(path);
    journal.add(line_of(run));
    cut_when_long(path);
    if (is_new) sync_to_disk(archive);
    return std::nullopt;
  } catch (const std::exception& error) {
    return error.what();
  }
}

std::vector<RunRecord> read_runs(const fs::path& archive) {
  std::vector<RunRecord> runs;
  for (const std::string& line : lines_of(archive / kRunJournalName))
    if (auto run = run_of(line)) runs.push_back(std::move(*run));
  return runs;
}

const RunRecord* last_success(const std::vector<RunRecord>& runs, const std::string& command) {
  const auto found = std::find_if(runs.rbegin(), runs.rend(), [&](const RunRecord& run) {
    return run.command == command && run.is_success();
  });
  return found == runs.rend() ? nullptr : &*found;
}

}  // namespace newsindex
