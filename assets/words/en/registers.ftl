# People and contacts of the newsroom.
error-open-register = Could not read the register
error-save-register = Could not save the register
error-register-busy = others keep changing it
error-register-busy-next = Try again in a moment.
