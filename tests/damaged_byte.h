// SPDX-License-Identifier: GPL-3.0-or-later
// Changes a byte of a file as long as a DamagedByte lives.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace newsindex {

class DamagedByte {
 public:
  // Flips the bits of `mask`.
  DamagedByte(const std::filesystem::path& path, std::size_t at, unsigned mask)
      : file_(path, std::ios::in | std::ios::out | std::ios::binary),
        at_(static_cast<std::streamoff>(at)) {
    file_.seekg(at_);
    old_ = static_cast<char>(file_.get());
    put(static_cast<char>(static_cast<unsigned char>(old_) ^ mask));
  }
  ~DamagedByte() { put(old_); }
  DamagedByte(const DamagedByte&) = delete;
  DamagedByte& operator=(const DamagedByte&) = delete;

 private:
  void put(char byte) {
    file_.seekp(at_);
    file_.put(byte);
    file_.flush();
  }

  std::fstream file_;
  std::streamoff at_;
  char old_ = 0;
};

inline std::string bytes_of_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace newsindex
