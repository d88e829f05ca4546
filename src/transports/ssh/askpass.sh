#!/bin/sh
# ssh starts this to ask something; the helper hands it on.
ELECTRON_RUN_AS_NODE=1 exec "$IIS_DOCTOR_ASKPASS_NODE" "$IIS_DOCTOR_ASKPASS_HELPER" "$@"
