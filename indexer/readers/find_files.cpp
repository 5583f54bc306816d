// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <set>
#include <utility>

#include <sys/stat.h>

#include "indexer/readers/reader.h"
#include "schema/archive/place.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

using FileKey = std::pair<dev_t, ino_t>;

bool is_left_out(const std::string& name) {
  const bool hidden = name.starts_with('.');
  const bool backup = name.ends_with('~') || (name.starts_with('#') && name.ends_with('#'));
  return hidden || backup;
}

std::int64_t modified_ns(const struct stat& status) {
  constexpr std::int64_t kNanoseconds = 1'000'000'000;
  return status.st_mtim.tv_sec * kNanoseconds + status.st_mtim.tv_nsec;
}

class Finder {
 public:
  Finder(const std::function<void(Reject)>& reject, const std::function<void()>& on_folder)
      : reject_(&reject), on_folder_(&on_folder) {}

  // `named`: the user wrote this path; else it was found in a folder.
  void add(const std::string& path, bool named) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0)
      refuse(path, errno);
    else if (S_ISDIR(status.st_mode))
      add_folder(path, {status.st_dev, status.st_ino}, named);
    else if (S_ISREG(status.st_mode))
      files_.push_back({path, static_cast<std::uint64_t>(status.st_size), modified_ns(status)});
    else if (named)
      refuse(path, "not a regular file or folder (a pipe can be given as -)");
  }

  void add_standard_input() { files_.push_back({"-", 0, 0}); }

  std::vector<SourceFile> take() { return std::move(files_); }

 private:
  void add_folder(const std::string& path, FileKey key, bool named) {
    if (looks_like_archive(path)) {
      if (named) refuse(path, "is an archive (newsindex export prints its articles)");
      return;
    }
    if (!visited_.insert(key).second) return;
    if (*on_folder_) (*on_folder_)();
    std::error_code error;
    std::vector<std::string> names;
    for (fs::directory_iterator entry(path, error), end; !error && entry != end;
         entry.increment(error))
      names.push_back(entry->path().filename().string());
    if (error) refuse(path, error.value());
    std::sort(names.begin(), names.end());
    for (const std::string& name : names)
      if (!is_left_out(name)) add((fs::path(path) / name).string(), false);
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
    (*reject_)(std::move(reject));
  }

  const std::function<void(Reject)>* reject_;
  const std::function<void()>* on_folder_;
  std::vector<SourceFile> files_;
  std::set<FileKey> visited_;
};

}  // namespace

std::vector<SourceFile> find_files(const std::vector<std::string>& sources,
                                   const std::function<void(Reject)>& reject,
                                   const std::function<void()>& on_folder) {
  Finder finder(reject, on_folder);
  for (const std::string& source : sources) {
    if (source == "-")
      finder.add_standard_input();
    else
      finder.add(source, true);
  }
  return finder.take();
}

}  // namespace newsindex
