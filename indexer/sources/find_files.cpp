// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/sources/find_files.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <set>
#include <utility>

#include <sys/stat.h>

#include "schema/archive/place.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

bool is_left_out(const std::string& name) {
  const bool hidden = name.starts_with('.');
  const bool backup = name.ends_with('~') || (name.starts_with('#') && name.ends_with('#'));
  return hidden || backup;
}

std::int64_t nanoseconds(const timespec& time) {
  constexpr std::int64_t kInASecond = 1'000'000'000;
  return time.tv_sec * kInASecond + time.tv_nsec;
}

// All paths below are real paths, except what the user wrote.
class Finder {
 public:
  Finder(const FindOptions& options, const std::function<void(Reject)>& reject,
         const std::function<void()>& on_folder)
      : options_(options), reject_(reject), on_folder_(on_folder) {}

  // Adds a file or folder that the user named.
  void add_named(const std::string& path) {
    std::error_code error;
    const fs::path real = fs::canonical(path, error);
    struct stat status {};
    if (error || ::stat(real.c_str(), &status) != 0) {
      refuse(path, error ? error.value() : errno);
      return;
    }
    bounds_ = real;
    for (const SourceRoot& root : options_.roots)
      if (is_below(real.native(), root.folder, {})) bounds_ = root.folder;
    if (S_ISDIR(status.st_mode)) found_.folders.push_back(real);
    if (S_ISDIR(status.st_mode) && looks_like_archive(real))
      refuse(path, "is an archive (newsindex export prints its articles)");
    else if (!add(real, status))
      refuse(path, "not a regular file or folder (a pipe can be given as -)");
  }

  void add_standard_input() { found_.files.push_back({.path = "-"}); }

  FoundFiles take() { return std::move(found_); }

 private:
  bool add(const fs::path& real, const struct stat& status) {
    if (S_ISDIR(status.st_mode)) {
      add_folder(real);
      return true;
    }
    if (!S_ISREG(status.st_mode)) return false;
    if (!visited_.insert(real.native()).second) return true;
    found_.files.push_back({source_name(real, options_.roots),
                            static_cast<std::uint64_t>(status.st_size), nanoseconds(status.st_mtim),
                            nanoseconds(status.st_ctim), status.st_ino, real.native()});
    return true;
  }

  void add_folder(const fs::path& real) {
    if (looks_like_archive(real) || !visited_.insert(real.native()).second) return;
    if (on_folder_) on_folder_();
    std::error_code error;
    std::vector<std::string> names;
    for (fs::directory_iterator entry(real, error), end; !error && entry != end;
         entry.increment(error))
      names.push_back(entry->path().filename().string());
    if (error) {
      refuse(real.native(), error.value());
      found_.unlisted.push_back(real);
    }
    std::sort(names.begin(), names.end());
    for (const std::string& name : names)
      if (!is_left_out(name)) add_entry(real / name);
  }

  void add_entry(const fs::path& path) {
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0)
      refuse(path.native(), errno);
    else if (S_ISLNK(status.st_mode))
      add_link(path);
    else
      add(path, status);
  }

  void add_link(const fs::path& path) {
    std::error_code error;
    const fs::path real = fs::canonical(path, error);
    struct stat status {};
    if (error || ::stat(real.c_str(), &status) != 0)
      refuse(path.native(), error ? error.value() : errno);
    else if (!options_.follow_links && !is_below(real.native(), bounds_, {}))
      found_.links_left_out.push_back(path.native());
    else
      add(real, status);
  }

  void refuse(const std::string& path, int error) {
    if (error == ENOENT || error == ENOTDIR)
      refuse(path, "no such file or folder");
    else
      refuse(path, "cannot be read: " + std::string(std::strerror(error)));
  }

  void refuse(const std::string& path, std::string reason) {
    Reject reject;
    reject.origin.path = path;
    reject.reason = std::move(reason);
    reject_(std::move(reject));
  }

  const FindOptions& options_;
  const std::function<void(Reject)>& reject_;
  const std::function<void()>& on_folder_;
  fs::path bounds_;  // links may not lead out of it
  FoundFiles found_;
  std::set<std::string> visited_;
};

}  // namespace

FoundFiles find_files(const std::vector<std::string>& sources, const FindOptions& options,
                      const std::function<void(Reject)>& reject,
                      const std::function<void()>& on_folder) {
  Finder finder(options, reject, on_folder);
  for (const std::string& source : sources) {
    if (source == "-")
      finder.add_standard_input();
    else
      finder.add_named(source);
  }
  return finder.take();
}

}  // namespace newsindex
