SELECT currency, zone FROM company_setting
