// SPDX-License-Identifier: GPL-3.0-or-later
// What each watch of a user has seen: the archive, and the ingest sequence up to which its news was
// reported. Stored as one small JSON file for each watch, written atomically.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "schema/archive/descriptor.h"
#include "schema/archive/location.h"
#include "schema/error.h"

namespace newsindex {

struct Watch {
  std::string name;
  std::string archive;         // absolute path of the archive
  std::string uuid;            // of the archive
  std::uint64_t sequence = 0;  // everything up to this one was reported
  std::uint64_t revision = 0;  // revision of the archive at that time
  std::string query;           // as written
  // The options it was written with: {"match", "any"}.
  std::map<std::string, std::string> options{};
  std::string time;       // of the last completed run, UTC; "" if there was none
  std::string meaning{};  // the query with @NAMEs replaced by saved queries
  friend bool operator==(const Watch&, const Watch&) = default;
};

// newsindex/watches in $XDG_STATE_HOME or ~/.local/state. Throws Error(config) if neither
// XDG_STATE_HOME nor HOME is set.
std::filesystem::path watches_folder(const Environment& environment);

class Watches {
 public:
  explicit Watches(std::filesystem::path folder) : folder_(std::move(folder)) {}

  // Returns the watch with this name. Throws Error(config), which names the file, if its state is
  // damaged; Error(usage) if the name is invalid (see is_saved_name).
  std::optional<Watch> find(const std::string& name) const;

  // All watches, sorted by name. Errors of damaged ones are passed to `damaged`.
  std::vector<Watch> all(const std::function<void(const Error&)>& damaged) const;

  // The state is durable when this returns. Throws Error(cannot_create) or Error(io).
  void write(const Watch& watch) const;

  // False if there is no watch with this name.
  bool forget(const std::string& name) const;

  // Held by one run at a time: two runs of a watch would report the same news twice. Throws
  // Error(try_again) if another process holds the lock.
  class Lock {
   public:
    Lock(const Watches& watches, const std::string& name);

   private:
    Descriptor file_;
  };

 private:
  std::filesystem::path path_of(const std::string& name, const char* suffix) const;

  std::filesystem::path folder_;
};

}  // namespace newsindex
