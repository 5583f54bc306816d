// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/saved/watches.h"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <utility>

#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <sys/file.h>

#include "query/saved/saved_queries.h"
#include "schema/archive/durable.h"
#include "schema/error.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr const char* kState = ".json";
constexpr const char* kLock = ".lock";

Error damaged(const fs::path& path) {
  return Error(ExitCode::config, "the state of a watch, '" + path.string() +
                                     "', is damaged; newsquery watch --name " +
                                     path.stem().string() + " --reset QUERY begins it anew");
}

Watch read_watch(const fs::path& path) {
  std::ifstream in(path);
  if (!in) throw Error(ExitCode::io, "cannot read '" + path.string() + "'");
  try {
    const Json json = Json::parse(in);
    if (json.at("version") != 1) throw damaged(path);
    Watch watch{json.at("name"),
                json.at("archive"),
                json.at("uuid"),
                json.at("sequence"),
                json.at("revision"),
                json.at("query"),
                {},
                json.at("time")};
    watch.meaning = json.value("meaning", "");
    for (const auto& [name, value] : json.at("options").items()) watch.options[name] = value;
    return watch;
  } catch (const Json::exception&) {
    throw damaged(path);
  }
}

}  // namespace

fs::path watches_folder(const Environment& environment) {
  if (const auto folder = environment("XDG_STATE_HOME"); folder && !folder->empty())
    return fs::path(*folder) / "newsindex/watches";
  if (const auto home = environment("HOME"); home && !home->empty())
    return fs::path(*home) / ".local/state/newsindex/watches";
  throw Error(ExitCode::config,
              "no place for the state of watches: neither XDG_STATE_HOME nor HOME is set");
}

fs::path Watches::path_of(const std::string& name, const char* suffix) const {
  if (!is_saved_name(name))
    throw Error(ExitCode::usage,
                "'" + name + "' is no name for a watch: letters, digits, '-', '_' and '.'");
  return folder_ / (name + suffix);
}

std::optional<Watch> Watches::find(const std::string& name) const {
  const fs::path path = path_of(name, kState);
  return fs::exists(path) ? std::optional(read_watch(path)) : std::nullopt;
}

std::vector<Watch> Watches::all(const std::function<void(const Error&)>& damaged) const {
  std::vector<Watch> watches;
  std::error_code none;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder_, none))
    if (entry.path().extension() == kState) try {
        watches.push_back(read_watch(entry.path()));
      } catch (const Error& error) {
        damaged(error);
      }
  std::sort(watches.begin(), watches.end(),
            [](const Watch& a, const Watch& b) { return a.name < b.name; });
  return watches;
}

void Watches::write(const Watch& watch) const {
  const Json json{
      {"version", 1},         {"name", watch.name},         {"archive", watch.archive},
      {"uuid", watch.uuid},   {"sequence", watch.sequence}, {"revision", watch.revision},
      {"query", watch.query}, {"meaning", watch.meaning},   {"options", watch.options},
      {"time", watch.time}};
  make_folders(folder_);
  const auto replace_errors = Json::error_handler_t::replace;
  replace_file(path_of(watch.name, kState), json.dump(2, ' ', false, replace_errors) + "\n");
}

bool Watches::forget(const std::string& name) const {
  const bool had = fs::remove(path_of(name, kState));
  if (had) sync_to_disk(folder_);
  return had;
}

Watches::Lock::Lock(const Watches& watches, const std::string& name)
    : file_((make_folders(watches.folder_),
             ::open(watches.path_of(name, kLock).c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666))) {
  if (file_.number() < 0)
    throw Error(ExitCode::cannot_create,
                "cannot create '" + watches.path_of(name, kLock).string() + "'");
  if (::flock(file_.number(), LOCK_EX | LOCK_NB) != 0)
    throw Error(ExitCode::try_again, "watch '" + name + "' is run by another process");
}

}  // namespace newsindex
